// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A hash of 64 bits that tells keys apart. Stateless. */
final class KeyHash {
  private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private KeyHash() {}

  static long of(byte[] bytes, int from, int length) {
    long hash = length * FACTOR;
    int at = from;
    for (; at + Long.BYTES <= from + length; at += Long.BYTES) {
      hash = mixed(hash ^ (long) WORD.get(bytes, at));
    }
    long rest = 0;
    for (; at < from + length; at++) {
      rest = (rest << Byte.SIZE) | (bytes[at] & 0xff);
    }
    return mixed(mixed(hash ^ rest));
  }

  private static long mixed(long value) {
    long product = value * FACTOR;
    return (product ^ (product >>> 32)) * FACTOR;
  }
}
