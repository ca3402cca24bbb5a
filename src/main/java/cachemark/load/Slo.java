// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What is asked of response times, as in {@code p99 < 1 ms}.
 *
 * @param percentile that is looked at
 * @param limitNanos that it must stay below, above 0
 */
public record Slo(Percentile percentile, long limitNanos) {
  public Slo {
    if (limitNanos < 1) {
      throw new IllegalArgumentException("a limit of " + limitNanos + " ns is not above 0");
    }
  }

  /** A percentile of response times. */
  @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
  public enum Percentile {
    P50("p50", 2, Times::p50Nanos),
    P90("p90", 10, Times::p90Nanos),
    P99("p99", 100, Times::p99Nanos),
    P999("p99.9", 1_000, Times::p999Nanos),
    P9999("p99.99", 10_000, Times::p9999Nanos),
    MAX("max", 1, Times::maxNanos);

    private final String text;
    private final long fewest;
    private final ToLongFunction<Times> nanos;

    Percentile(String text, long fewest, ToLongFunction<Times> nanos) {
      this.text = text;
      this.fewest = fewest;
      this.nanos = nanos;
    }

    /** How it is written. */
    public String text() {
      return text;
    }

    /** How all of them are written. */
    public static List<String> texts() {
      return Arrays.stream(values()).map(Percentile::text).toList();
    }

    /** Whether so many times have one that lies beyond it. */
    boolean isOf(Times times) {
      return times.count() >= fewest;
    }

    /** Its value. */
    public long of(Times times) {
      return nanos.applyAsLong(times);
    }
  }

  /**
   * Whether a load met it: its rate was held, nothing failed, and response times, of which there
   * were enough, were as asked.
   *
   * @param held whether the rate was
   */
  public boolean isMetBy(LoadResult result, boolean held) {
    return held
        && result.counts().failed() == 0
        && result.counts().dropped() == 0
        && percentile.isOf(result.response())
        && percentile.of(result.response()) < limitNanos;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s < %.3f ms", percentile.text(), limitNanos / 1e6);
  }
}
