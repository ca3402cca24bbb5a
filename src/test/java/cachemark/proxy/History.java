// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import java.util.ArrayList;
import java.util.List;

/**
 * What was written to one key and read from it, and when: judges whether a read saw what it had to.
 * Each write has a token that no other has; nothing is the token of what deletes.
 */
final class History {
  static final String NOTHING = "";

  /** A write; it may have been done at any time from its start, to its end if it has one. */
  static final class Write {
    final String token;
    final boolean isAppended;
    final long start;
    long end = Long.MAX_VALUE;

    /** Whether it is known to have been done. */
    boolean isAcknowledged;

    boolean isWithdrawn;

    Write(String token, boolean isAppended, long start) {
      this.token = token;
      this.isAppended = isAppended;
      this.start = start;
    }

    boolean isBefore(Write other) {
      return end < other.start;
    }
  }

  private final List<Write> writes = new ArrayList<>();

  History() {
    Write first = begin(NOTHING, false, -2);
    acknowledged(first, -1);
  }

  Write begin(String token, boolean isAppended, long start) {
    Write write = new Write(token, isAppended, start);
    writes.add(write);
    return write;
  }

  void acknowledged(Write write, long end) {
    write.end = end;
    write.isAcknowledged = true;
  }

  /**
   * It is known not to have been done. Until then it may have been seen, on a server that then
   * failed before it was acknowledged.
   */
  void withdrawn(Write write, long end) {
    write.end = end;
    write.isWithdrawn = true;
  }

  /** What is wrong with a value that was read from {@code start} on, or null. */
  String judge(String value, long start) {
    String[] tokens = value.split(",", -1);
    String last = value.isEmpty() ? NOTHING : tokens[tokens.length - 2];
    boolean isKnown = false;
    for (Write write : writes) {
      if (write.token.equals(last) && !(write.isWithdrawn && write.end < start)) {
        isKnown = true;
        if (!isSuperseded(write, start)) {
          return value.isEmpty() ? null : judgeAppended(value, write);
        }
      }
    }
    if (!isKnown) {
      return "\"" + value + "\" was never written";
    }
    return value.isEmpty() ? "missing" : "stale: \"" + value + "\"";
  }

  /** Whether a write began and was acknowledged between two times. */
  boolean hasChangedBetween(long from, long to) {
    return writes.stream()
        .anyMatch(each -> each.isAcknowledged && each.start > from && each.end < to);
  }

  private boolean isSuperseded(Write write, long readStart) {
    return writes.stream()
        .anyMatch(other -> other.isAcknowledged && other.end < readStart && write.isBefore(other));
  }

  /** What was appended between the first and the last part has to be among the parts. */
  private String judgeAppended(String value, Write last) {
    Write first = of(value.substring(0, value.indexOf(',')));
    for (Write write : writes) {
      boolean between = first != null && first.isBefore(write) && write.isBefore(last);
      if (write.isAppended && write.isAcknowledged && between) {
        boolean isThere = ("," + value).contains("," + write.token + ",");
        if (!isThere) {
          return "lost: " + write.token + " is not in \"" + value + "\"";
        }
      }
    }
    return null;
  }

  private Write of(String token) {
    return writes.stream().filter(write -> write.token.equals(token)).findFirst().orElse(null);
  }
}
