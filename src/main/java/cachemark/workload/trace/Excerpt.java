// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

/** Bytes of a trace as they are shown in a message: quoted, printable and not too long. */
final class Excerpt {
  private static final int MAX_BYTES = 40;

  private Excerpt() {}

  static String of(byte[] bytes, int from, int to) {
    int shown = Math.min(to, from + MAX_BYTES);
    StringBuilder text = new StringBuilder("\"");
    for (int i = from; i < shown; i++) {
      text.append(isPlain(bytes[i]) ? String.valueOf((char) bytes[i]) : hex(bytes[i]));
    }
    return text.append(shown < to ? "...\"" : "\"").toString();
  }

  static String hex(byte b) {
    return "\\x" + Character.forDigit((b >> 4) & 0xF, 16) + Character.forDigit(b & 0xF, 16);
  }

  private static boolean isPlain(byte b) {
    return b >= ' ' && b < 0x7F && b != '"' && b != '\\';
  }
}
