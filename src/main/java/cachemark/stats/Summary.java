// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What the rounds of one cell say together; one value per round, for the round is the independent
 * sample.
 *
 * @param rounds that were counted, 1 or more
 * @param mean of their values
 * @param median of their values
 * @param lowest of their values
 * @param highest of their values
 * @param interval of the mean, where there are rounds enough
 */
public record Summary(
    int rounds,
    double mean,
    double median,
    double lowest,
    double highest,
    Optional<Interval> interval) {

  /** The summary of one value per round; empty where there is none. */
  public static Optional<Summary> of(double... values) {
    if (values.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Summary(
            values.length,
            Arrays.stream(values).average().orElseThrow(),
            new Median().evaluate(values),
            Arrays.stream(values).min().orElseThrow(),
            Arrays.stream(values).max().orElseThrow(),
            Interval.ofMean(values)));
  }
}
