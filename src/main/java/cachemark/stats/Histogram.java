// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Counts of sampled times by nanoseconds. Immutable. */
public final class Histogram {
  /** How many samples have to lie beyond a percentile before it is more than chance. */
  public static final int FEWEST_BEYOND = 10;

  private static final double ROUNDING = 1e-6;

  /** Ascending; a time may come more than once. */
  private final long[] nanos;

  /** How many samples are no longer, by the index of their time. */
  private final long[] seen;

  private Histogram(long[] nanos, long[] counts) {
    this.nanos = nanos;
    this.seen = counts;
    Arrays.parallelPrefix(seen, Long::sum);
  }

  /** The histogram of (nanoseconds, count) pairs in any order; pairs of one time add up. */
  public static Histogram of(List<List<Long>> pairs) {
    List<List<Long>> sorted = new ArrayList<>(pairs);
    sorted.sort(Comparator.comparingLong(pair -> pair.get(0)));
    return new Histogram(
        sorted.stream().mapToLong(pair -> pair.get(0)).toArray(),
        sorted.stream().mapToLong(pair -> pair.get(1)).toArray());
  }

  /** How many times were sampled. */
  public long samples() {
    return seen.length == 0 ? 0 : seen[seen.length - 1];
  }

  /**
   * Whether {@link #FEWEST_BEYOND} samples or more lie beyond a percentile: above it in the upper
   * half, below it in the lower.
   *
   * @param percent between 0 and 100
   */
  public boolean supports(double percent) {
    double beyond = Math.min(percent, 100 - percent) / 100 * samples();
    return beyond + ROUNDING >= FEWEST_BEYOND;
  }

  /**
   * The shortest sampled time that at least {@code percent} of the samples did not exceed, in
   * nanoseconds; NaN without samples.
   *
   * @param percent between 0 and 100
   */
  public double percentileNanos(double percent) {
    // 99.9 % of 1000 samples are 999, which a product of doubles may miss by a little.
    long rank = Math.max(1, (long) Math.ceil(percent / 100 * samples() - ROUNDING));
    for (int i = 0; i < nanos.length; i++) {
      if (seen[i] >= rank) {
        return nanos[i];
      }
    }
    return Double.NaN;
  }
}
