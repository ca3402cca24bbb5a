// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import java.util.Optional;

/**
 * A closed range that holds the true value with {@link #CONFIDENCE}.
 *
 * @param low end
 * @param high end, not below {@code low}
 */
public record Interval(double low, double high) {
  /** Coverage of every interval in this suite. */
  public static final double CONFIDENCE = 0.95;

  /**
   * Rounds that an interval needs. With fewer, Student's factor (2.8 at five, 4.3 at three, 12.7 at
   * two) says more about the count than about the servers: the single values are shown instead.
   */
  public static final int FEWEST_ROUNDS = 5;

  /** Rounds from which on a ratio's interval is a bootstrap's, not Student's. */
  public static final int FEWEST_FOR_BOOTSTRAP = 10;

  /** Student's interval of the mean of {@code values}; empty below {@link #FEWEST_ROUNDS}. */
  public static Optional<Interval> ofMean(double... values) {
    if (values.length < FEWEST_ROUNDS) {
      return Optional.empty();
    }
    return Optional.of(Estimate.of(values).student());
  }

  /** Whether {@code value} lies in this range. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
