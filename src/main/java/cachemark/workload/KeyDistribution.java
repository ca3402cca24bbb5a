// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import java.util.SplittableRandom;

/** Which of the numbered keys are asked for, and how often. Immutable and thread-safe. */
public sealed interface KeyDistribution {
  /** The most keys that a stream may go over. */
  long MAX_KEYS = 1L << 32;

  /**
   * The key numbers that one thread asks for, from 0 up to {@code keys}. Streams of one seed agree
   * on which keys are asked for often; those of different threads draw independently. Takes the
   * same memory for any number of keys.
   *
   * @param keys that there are, 1 to {@link #MAX_KEYS}
   * @param seed of the run
   * @param thread from 0
   */
  KeyStream stream(long keys, long seed, int thread);

  /** Every key in turn, from 0, and then again; every thread goes over all of them. */
  record Sequential() implements KeyDistribution {
    @Override
    public KeyStream stream(long keys, long seed, int thread) {
      return new Turns(requireKeys(keys));
    }
  }

  /** Every key equally often. */
  record Uniform() implements KeyDistribution {
    @Override
    public KeyStream stream(long keys, long seed, int thread) {
      SplittableRandom random = random(seed, thread);
      long bound = requireKeys(keys);
      return () -> random.nextLong(bound);
    }
  }

  /**
   * Few keys often and most of them seldom: the key of rank {@code r}, counted from 1, in
   * proportion to {@code 1 / r^skew}. Which key has which rank is scattered over all of them, so
   * that those asked for most are no neighbours.
   *
   * @param skew above 0, at most 3; measured ones are mostly from 0.6 to 1.2
   */
  record Zipf(double skew) implements KeyDistribution {
    private static final double MAX_SKEW = 3;

    public Zipf {
      if (!(skew > 0 && skew <= MAX_SKEW)) {
        throw new IllegalArgumentException(
            "a skew of " + skew + " is not above 0 and at most " + MAX_SKEW);
      }
    }

    @Override
    public KeyStream stream(long keys, long seed, int thread) {
      Scatter scatter = scatter(keys, seed);
      ZipfRanks ranks = new ZipfRanks(keys, skew, random(seed, thread));
      return () -> scatter.keyOf(ranks.next());
    }

    /** Which key has which rank in the streams of this seed. */
    public Scatter scatter(long keys, long seed) {
      return new Scatter(requireKeys(keys), seed);
    }
  }

  private static SplittableRandom random(long seed, int thread) {
    return new SplittableRandom(SplitMix.bits(seed, thread));
  }

  private static long requireKeys(long keys) {
    if (keys < 1 || keys > MAX_KEYS) {
      throw new IllegalArgumentException(keys + " keys; there may be 1 to " + MAX_KEYS);
    }
    return keys;
  }
}
