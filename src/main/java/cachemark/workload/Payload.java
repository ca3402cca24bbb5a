// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * An endless numbered set of values of one length. The bytes look random, so that nothing on the
 * way can compress them, and follow from seed and number, so that whoever reads one back can tell
 * whether it is right. Immutable and thread-safe; remembers no value.
 *
 * @param seed of the run
 * @param bytes length of every value, 0 or more
 */
public record Payload(long seed, int bytes) {
  private static final HexFormat HEX = HexFormat.of();
  private static final long SPREAD = 0x9E3779B97F4A7C15L; // 2^64 divided by the golden ratio

  public Payload {
    if (bytes < 0) {
      throw new IllegalArgumentException("a value of " + bytes + " bytes cannot be");
    }
  }

  /** The value with this number, in an array of its own. */
  public byte[] value(long number) {
    byte[] value = new byte[bytes];
    new SplittableRandom(seed ^ (number * SPREAD)).nextBytes(value);
    return value;
  }

  /**
   * The value with this number as hexadecimal digits, for systems that take text only; in an array
   * of its own.
   */
  public byte[] hexValue(long number) {
    byte[] value = value(number);
    for (int i = 0; i < value.length; i++) {
      value[i] = (byte) HEX.toLowHexDigit(value[i]);
    }
    return value;
  }
}
