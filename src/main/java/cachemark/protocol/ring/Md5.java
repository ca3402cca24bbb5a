// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.ring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** MD5 as ketama reads it: four little-endian words of 32 bits. Not thread-safe. */
final class Md5 {
  /** How many words a digest has. */
  static final int WORDS = 4;

  private static final int BYTES = 16;
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final ThreadLocal<Md5> OF_THREAD = ThreadLocal.withInitial(Md5::new);

  private final MessageDigest digest;

  /** Kept, for a new array with each digest would be garbage at once. */
  private final byte[] bytes = new byte[BYTES];

  private Md5() {
    try {
      digest = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /** The calling thread's own. */
  static Md5 ofThread() {
    return OF_THREAD.get();
  }

  /** Digests {@code text}; the words are this digest's until the next. */
  Md5 of(byte[] text) {
    return of(text, 0, text.length);
  }

  /** Digests {@code length} bytes from {@code from} on. */
  Md5 of(byte[] text, int from, int length) {
    digest.update(text, from, length);
    try {
      digest.digest(bytes, 0, BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("MD5 has 16 bytes", e);
    }
    return this;
  }

  /** A word of the last digest, by its number from 0. */
  int word(int number) {
    return (int) WORD.get(bytes, number * Integer.BYTES);
  }
}
