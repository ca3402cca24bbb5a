// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

/**
 * A seeded permutation of the numbers from 0 up to some number: which key has which rank. Both ways
 * are computed, so that it takes the same memory for any number. Immutable and thread-safe.
 *
 * <p>The numbers are mixed as bits, as many as the largest needs, by steps that can each be undone:
 * multiplication by an odd number, and the upper half of the bits added to the lower half. A result
 * beyond the numbers is mixed again until it is one of them (Black and Rogaway, CT-RSA 2002), which
 * takes two rounds on average at most.
 */
public final class Scatter {
  private final long numbers;
  private final long mask;
  private final int half;
  private final long offset;
  private final long factor1;
  private final long factor2;
  private final long factor3;

  /**
   * A permutation.
   *
   * @param numbers that there are, 1 or more
   * @param seed of the permutation
   */
  public Scatter(long numbers, long seed) {
    if (numbers < 1) {
      throw new IllegalArgumentException(numbers + " numbers cannot be scattered");
    }
    int bits = Long.SIZE - Long.numberOfLeadingZeros(numbers - 1);
    this.numbers = numbers;
    this.mask = bits == 0 ? 0 : -1L >>> (Long.SIZE - bits);
    this.half = (bits + 1) / 2;
    long own = SplitMix.mixed(~seed); // apart from the draws, which mix the seed by itself
    this.offset = SplitMix.bits(own, 3) & mask;
    this.factor1 = SplitMix.bits(own, 0) | 1;
    this.factor2 = SplitMix.bits(own, 1) | 1;
    this.factor3 = SplitMix.bits(own, 2) | 1;
  }

  /** The key of a rank, both from 0. */
  public long keyOf(long rank) {
    long at = requireKnown(rank);
    do {
      at = folded((at ^ offset) * factor1);
      at = folded(at * factor2);
      at = folded(at * factor3);
    } while (at >= numbers);
    return at;
  }

  /** The rank of a key, both from 0. */
  public long rankOf(long key) {
    long at = requireKnown(key);
    do {
      at = folded(at) * inverse(factor3);
      at = folded(at) * inverse(factor2);
      at = ((folded(at) * inverse(factor1)) ^ offset) & mask;
    } while (at >= numbers);
    return at;
  }

  /** The lowest bits of {@code product}, half of them folded over the rest; undoes itself. */
  private long folded(long product) {
    long bits = product & mask;
    return bits ^ (bits >>> half);
  }

  /** What undoes the multiplication by an odd number; each turn doubles the bits that are right. */
  private static long inverse(long odd) {
    long inverse = odd; // right in three bits
    for (int right = 3; right < Long.SIZE; right *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }

  private long requireKnown(long number) {
    if (number < 0 || number >= numbers) {
      throw new IllegalArgumentException(number + " is not from 0 up to " + numbers);
    }
    return number;
  }
}
