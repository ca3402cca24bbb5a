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
    P50("p50", Times::p50Nanos),
    P90("p90", Times::p90Nanos),
    P99("p99", Times::p99Nanos),
    P999("p99.9", Times::p999Nanos),
    P9999("p99.99", Times::p9999Nanos),
    MAX("max", Times::maxNanos);

    private final String text;
    private final ToLongFunction<Times> nanos;

    Percentile(String text, ToLongFunction<Times> nanos) {
      this.text = text;
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

    /** Its value. */
    public long of(Times times) {
      return nanos.applyAsLong(times);
    }
  }

  /**
   * Whether a load met it: its rate was held, nothing failed, and response times were as asked.
   *
   * @param held whether the rate was
   */
  public boolean isMetBy(LoadResult result, boolean held) {
    return held
        && result.counts().failed() == 0
        && result.counts().dropped() == 0
        && percentile.of(result.response()) < limitNanos;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s < %.3f ms", percentile.text(), limitNanos / 1e6);
  }
}
