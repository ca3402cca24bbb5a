// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Values that say of which key and version they are, with padding that follows from both: whoever
 * reads one back can tell another key's, a torn and an old one from the right one. Immutable.
 *
 * @param bytes length of every value, {@link #LEAST_BYTES} or more with keys of 32
 */
public record VersionedValue(int bytes) {
  /** The least length in which a key of 32 bytes and a version have room. */
  public static final int LEAST_BYTES = 48;

  /** The version of a value that is none of these. */
  public static final long STRANGE = -1;

  private static final int DIGITS = 14;
  private static final int RADIX = 36;

  public VersionedValue {
    if (bytes < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "values of " + bytes + " bytes: " + LEAST_BYTES + " or more are needed");
    }
  }

  /** The value of a version, 1 or more, of {@code key}, in an array of its own. */
  public byte[] of(String key, long version) {
    byte[] value = new byte[bytes];
    byte[] digits = Long.toString(version).getBytes(US_ASCII);
    Arrays.fill(value, 0, DIGITS, (byte) '0');
    System.arraycopy(digits, 0, value, DIGITS - digits.length, digits.length);
    byte[] name = key.getBytes(US_ASCII);
    System.arraycopy(name, 0, value, DIGITS, name.length);
    SplittableRandom padding = new SplittableRandom(key.hashCode() * 31L + version);
    for (int i = DIGITS + name.length; i < bytes; i++) {
      value[i] = (byte) Character.forDigit(padding.nextInt(RADIX), RADIX);
    }
    return value;
  }

  /** The version that {@code value} is of, or {@link #STRANGE} if it is no value of {@code key}. */
  public long versionIn(String key, byte[] value) {
    if (value.length != bytes) {
      return STRANGE;
    }
    long version = 0;
    for (int i = 0; i < DIGITS; i++) {
      int digit = value[i] - '0';
      if (digit < 0 || digit > 9) {
        return STRANGE;
      }
      version = 10 * version + digit;
    }
    return version > 0 && Arrays.equals(value, of(key, version)) ? version : STRANGE;
  }
}
