// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * The words of one line and the numbers in them, the way memcached reads them: only the space
 * separates, a NUL ends the line, and a number is what C's {@code strtol} makes of it.
 *
 * <p>A number may therefore have white space and a sign before it and a tab behind it, and where 32
 * bits are asked for, the upper half of 64 is lost. Positions are those of the array. A view of the
 * array that is used again for every line. Not thread-safe.
 */
final class CommandLine {
  /** All that memcached takes apart; of these and more, keys alone make sense. */
  static final int MAX_WORDS = 23;

  /** With these, memcached has long decided that it does not know a command. */
  private static final String STARTS_OF_COMMANDS = "gsacidt";

  private static final byte[] NOREPLY = "noreply".getBytes(US_ASCII);
  private static final byte[] HTTP = "HTTP/".getBytes(US_ASCII);

  private final int[] starts = new int[MAX_WORDS];
  private final int[] ends = new int[MAX_WORDS];
  private byte[] bytes = {};
  private int end;
  private int words;
  private int longestOfOthers;
  private long number;

  /** Takes the line apart that lies between {@code from} and {@code to}, without its line end. */
  void read(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    words = 0;
    longestOfOthers = 0;
    int at = from;
    while (at < to && bytes[at] != 0) {
      int start = at;
      while (at < to && bytes[at] != ' ' && bytes[at] != 0) {
        at++;
      }
      if (at > start) {
        add(start, at);
      }
      if (at < to && bytes[at] == ' ') {
        at++;
      }
    }
    end = at;
  }

  private void add(int from, int to) {
    if (words > 1) {
      longestOfOthers = Math.max(longestOfOthers, to - from);
    }
    if (words < MAX_WORDS) {
      starts[words] = from;
      ends[words] = to;
      words++;
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /** One past the last byte of the last word, or of the spaces behind it. */
  int end() {
    return end;
  }

  /** How many words there are; {@link #MAX_WORDS} stands for more, too. */
  int words() {
    return words;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  int length(int word) {
    return ends[word] - starts[word];
  }

  /** The first byte of a word. */
  byte first(int word) {
    return bytes[starts[word]];
  }

  /** The length in bytes of the longest word behind the second, those beyond the last included. */
  int longestOfOthers() {
    return longestOfOthers;
  }

  boolean is(int word, byte[] text) {
    return Arrays.equals(bytes, starts[word], ends[word], text, 0, text.length);
  }

  boolean endsInNoreply() {
    return words > 0 && is(words - 1, NOREPLY);
  }

  /** Whether the line, which is no command, is one by which browsers begin. */
  boolean isOfHttp() {
    if (words == 0 || length(0) < 2 || STARTS_OF_COMMANDS.indexOf(first(0)) >= 0) {
      return false;
    }
    if (first(0) == 'm' && length(0) == 2) {
      return false;
    }
    int from = starts[words - 1];
    return length(words - 1) >= HTTP.length
        && Arrays.equals(bytes, from, from + HTTP.length, HTTP, 0, HTTP.length);
  }

  /** The number that was read last, if it was one. */
  long number() {
    return number;
  }

  /** Reads a number with a sign from a word without its first {@code skipped} bytes. */
  boolean readSigned(int word, int skipped) {
    return read(word, skipped, true);
  }

  /** Reads a number of 64 bits without a sign. */
  boolean readUnsigned(int word, int skipped) {
    return read(word, skipped, false);
  }

  private boolean read(int word, int skipped, boolean signed) {
    int to = ends[word];
    int at = starts[word] + skipped;
    while (at < to && isSpace(bytes[at])) {
      at++;
    }
    boolean negative = at < to && bytes[at] == '-';
    if (negative || (at < to && bytes[at] == '+')) {
      at++;
    }
    int digits = at;
    long magnitude = 0;
    boolean fits = true;
    for (; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      int digit = bytes[at] - '0';
      fits &= Long.compareUnsigned(magnitude, limit(digit)) <= 0;
      magnitude = magnitude * 10 + digit;
    }
    number = negative ? -magnitude : magnitude;
    boolean ends = at > digits && (at == to || isSpace(bytes[at]));
    return ends && fits && (signed ? fitsSigned(magnitude, negative) : !(negative && number < 0));
  }

  /** The largest number of 64 bits that can take one more digit. */
  private static long limit(int digit) {
    return digit <= 5 ? 0x1999_9999_9999_9999L : 0x1999_9999_9999_9998L;
  }

  private static boolean fitsSigned(long magnitude, boolean negative) {
    return magnitude >= 0 || (negative && magnitude == Long.MIN_VALUE);
  }

  private static boolean isSpace(byte value) {
    return value == ' ' || (value >= '\t' && value <= '\r');
  }
}
