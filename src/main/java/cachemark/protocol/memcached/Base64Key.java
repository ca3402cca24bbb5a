// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import java.util.Arrays;

/**
 * Keys that come in base64, decoded as leniently as memcached does: bytes that are not of the
 * alphabet are passed over, and what follows the padding is not looked at. Stateless.
 */
final class Base64Key {
  private static final byte NONE = -1;
  private static final byte[] VALUES = new byte[256];

  static {
    Arrays.fill(VALUES, NONE);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      VALUES[alphabet.charAt(i)] = (byte) i;
    }
    VALUES['='] = 0;
  }

  private Base64Key() {}

  /** Whether the bytes decode to a key of a byte or more. */
  static boolean isValid(byte[] bytes, int from, int to) {
    return decodedLength(bytes, from, to) > 0;
  }

  /** The key, or no bytes if they do not decode to one. */
  static byte[] decode(byte[] bytes, int from, int to) {
    byte[] key = new byte[decodedLength(bytes, from, to)];
    int bits = 0;
    int count = 0;
    int length = 0;
    for (int i = from; i < to && length < key.length; i++) {
      int value = VALUES[bytes[i] & 0xff];
      if (value != NONE) {
        bits = bits << 6 | value;
        count++;
        if (count % 4 != 1) {
          key[length++] = (byte) (bits >> (6 - 2 * ((count - 1) % 4)));
        }
      }
    }
    return key;
  }

  /** 0 if they do not decode. */
  private static int decodedLength(byte[] bytes, int from, int to) {
    int symbols = 0;
    int padding = 0;
    int decoded = -1;
    for (int i = from; i < to; i++) {
      if (VALUES[bytes[i] & 0xff] != NONE) {
        symbols++;
        padding += bytes[i] == '=' ? 1 : 0;
        if (symbols % 4 == 0 && padding > 0 && decoded < 0) {
          decoded = padding > 2 ? 0 : symbols / 4 * 3 - padding;
        }
      }
    }
    if (symbols % 4 != 0) {
      return 0;
    }
    return decoded < 0 ? symbols / 4 * 3 : decoded;
  }
}
