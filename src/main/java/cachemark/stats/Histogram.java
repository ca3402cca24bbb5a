// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of sampled times by nanoseconds. Immutable. */
public final class Histogram {
  /** How many samples have to lie beyond a percentile before it is more than chance. */
  public static final int FEWEST_BEYOND = 10;

  private static final double ROUNDING = 1e-6;

  private final SortedMap<Long, Long> countsByNanos;
  private final long samples;

  private Histogram(SortedMap<Long, Long> countsByNanos) {
    this.countsByNanos = Collections.unmodifiableSortedMap(countsByNanos);
    this.samples = countsByNanos.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The histogram of (nanoseconds, count) pairs in any order; pairs of one time add up. */
  public static Histogram of(List<List<Long>> pairs) {
    SortedMap<Long, Long> counts = new TreeMap<>();
    for (List<Long> pair : pairs) {
      counts.merge(pair.get(0), pair.get(1), Long::sum);
    }
    return new Histogram(counts);
  }

  /** How many times were sampled. */
  public long samples() {
    return samples;
  }

  /**
   * Whether {@link #FEWEST_BEYOND} samples or more lie beyond a percentile: above it in the upper
   * half, below it in the lower.
   *
   * @param percent between 0 and 100
   */
  public boolean supports(double percent) {
    double beyond = Math.min(percent, 100 - percent) / 100 * samples;
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
    long rank = Math.max(1, (long) Math.ceil(percent / 100 * samples - ROUNDING));
    long seen = 0;
    for (var entry : countsByNanos.entrySet()) {
      seen += entry.getValue();
      if (seen >= rank) {
        return entry.getKey();
      }
    }
    return Double.NaN;
  }
}
