// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a record of a trace asked of the cache. */
public enum TraceOperation {
  GET,
  GETS,
  SET,
  ADD,
  REPLACE,
  CAS,
  APPEND,
  PREPEND,
  DELETE,
  INCR,
  DECR;

  private static final TraceOperation[] ALL = values();

  private final String word = name().toLowerCase(Locale.ROOT);

  /** Whether it asks for a value and changes nothing. */
  public boolean isRead() {
    return this == GET || this == GETS;
  }

  /** The one that these bytes spell, or null. */
  static @Nullable TraceOperation of(byte[] bytes, int from, int to) {
    for (TraceOperation operation : ALL) {
      if (operation.isSpelt(bytes, from, to)) {
        return operation;
      }
    }
    return null;
  }

  private boolean isSpelt(byte[] bytes, int from, int to) {
    if (word.length() != to - from) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** All of them as a trace spells them. */
  static String words() {
    return Arrays.stream(ALL).map(operation -> operation.word).collect(Collectors.joining(" "));
  }
}
