// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

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

  /** Student's interval of the mean of {@code values}; empty below {@link #FEWEST_ROUNDS}. */
  public static Optional<Interval> ofMean(double... values) {
    if (values.length < FEWEST_ROUNDS) {
      return Optional.empty();
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double quantile =
        new TDistribution(values.length - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    double half =
        quantile * new StandardDeviation().evaluate(values, mean) / Math.sqrt(values.length);
    return Optional.of(new Interval(mean - half, mean + half));
  }

  /** Whether {@code value} lies in this range. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
