// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

/** A column of a trace that holds a whole number, and how large that may be. */
enum NumberColumn {
  TIME("time", 0xFFFF_FFFFL),
  KEY_BYTES("key size", Integer.MAX_VALUE),
  VALUE_BYTES("value size", Integer.MAX_VALUE),
  CLIENT("client id", 1L << 53),
  TTL("TTL", 0xFFFF_FFFFL);

  private final String word;
  private final long max;

  NumberColumn(String word, long max) {
    this.word = word;
    this.max = max;
  }

  /** The number that these bytes spell in this column of a line. */
  long parse(byte[] bytes, int from, int to, long line) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        throw wrong(bytes, from, to, line, "is not a whole number");
      }
      value = value * 10 + digit;
      if (value > max) {
        throw wrong(bytes, from, to, line, "is more than " + max);
      }
    }
    if (from == to) {
      throw new TraceException(line, word + " is empty");
    }
    return value;
  }

  private TraceException wrong(byte[] bytes, int from, int to, long line, String what) {
    return new TraceException(line, word + " " + Excerpt.of(bytes, from, to) + " " + what);
  }
}
