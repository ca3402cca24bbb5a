// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.protocol.WireBuffer;
import java.util.Arrays;

/**
 * A reader of what {@code lru_crawler metadump} is answered by: a line for each key, in which what
 * is not a letter, a digit or one of a few signs is written as in a URL, and END; newer servers say
 * OK before. Other than {@link cachemark.protocol.memcached.MemcachedDump} it takes keys for bytes,
 * which need not be text, and allocates nothing. Not thread-safe.
 */
final class DumpedKeys {
  /** What a line is. */
  enum Line {
    /** It has not arrived in full yet. */
    INCOMPLETE,
    KEY,
    END,
    /** The server is busy with another dump, or cannot make one. */
    REFUSED
  }

  private static final byte[] KEY = "key=".getBytes(US_ASCII);
  private static final byte[] OK = "OK\r".getBytes(US_ASCII);
  private static final byte[] END = "END\r".getBytes(US_ASCII);
  private static final int MAX_KEY_BYTES = 250;
  private static final int HEX = 16;

  private final byte[] key = new byte[MAX_KEY_BYTES];
  private int length;

  /** Takes the next line off the buffer, or nothing. */
  Line next(WireBuffer in) {
    byte[] bytes = in.array();
    int from = in.start();
    int to = from;
    while (to < in.end() && bytes[to] != '\n') {
      to++;
    }
    if (to == in.end()) {
      return Line.INCOMPLETE;
    }
    in.skip(to + 1 - from);
    if (startsWith(bytes, from, to, OK)) {
      return next(in);
    }
    if (startsWith(bytes, from, to, KEY)) {
      return read(bytes, from + KEY.length, to) ? Line.KEY : Line.REFUSED;
    }
    return startsWith(bytes, from, to, END) ? Line.END : Line.REFUSED;
  }

  /** The last key, of which {@link #length()} bytes count; another one with the next. */
  byte[] key() {
    return key;
  }

  int length() {
    return length;
  }

  private boolean read(byte[] bytes, int from, int to) {
    length = 0;
    int at = from;
    while (at < to && bytes[at] != ' ') {
      if (length == MAX_KEY_BYTES || (bytes[at] == '%' && at + 2 >= to)) {
        return false;
      }
      if (bytes[at] == '%') {
        int high = Character.digit(bytes[at + 1], HEX);
        key[length++] = (byte) (high << 4 | Character.digit(bytes[at + 2], HEX));
        at += 3;
      } else {
        key[length++] = bytes[at++];
      }
    }
    return length > 0;
  }

  private static boolean startsWith(byte[] bytes, int from, int to, byte[] prefix) {
    return to - from >= prefix.length
        && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
  }
}
