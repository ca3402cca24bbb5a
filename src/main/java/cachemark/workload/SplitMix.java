// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

/**
 * The mixing function of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): whoever knows seed and
 * number gets the same bits, and those of neighbouring numbers have nothing to do with each other.
 */
public final class SplitMix {
  private static final long SPREAD = 0x9E3779B97F4A7C15L; // 2^64 divided by the golden ratio

  private SplitMix() {}

  /** The bits that this number has under this seed; different ones for different numbers. */
  public static long bits(long seed, long number) {
    return mixed(seed + (number + 1) * SPREAD);
  }

  /** The same as a number from 0 (inclusive) to 1 (exclusive). */
  static double unit(long seed, long number) {
    return (bits(seed, number) >>> 11) * 0x1.0p-53;
  }

  /** A bijection of 64 bits in which every bit depends on every other. */
  public static long mixed(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
