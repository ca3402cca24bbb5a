// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import java.util.Optional;

/**
 * How many times larger one thing is than another, from pairs measured in the same rounds.
 *
 * <p>Averages and intervals are taken of the logarithms, so that {@code a/b} and {@code b/a} tell
 * the same story. Source: Kalibera and Jones, Rigorous Benchmarking in Reasonable Time, ISMM 2013.
 *
 * @param value geometric mean over the rounds
 * @param lowest ratio of a single round
 * @param highest ratio of a single round
 * @param rounds paired, 1 or more
 * @param interval of the value, where there are rounds enough
 */
public record Ratio(
    double value, double lowest, double highest, int rounds, Optional<Interval> interval) {

  /** The ratio of which each round gave one natural logarithm; empty where there is none. */
  public static Optional<Ratio> ofLogs(double... logs) {
    return Summary.of(logs)
        .map(
            summary ->
                new Ratio(
                    Math.exp(summary.mean()),
                    Math.exp(summary.lowest()),
                    Math.exp(summary.highest()),
                    summary.rounds(),
                    summary
                        .interval()
                        .map(log -> new Interval(Math.exp(log.low()), Math.exp(log.high())))));
  }

  /**
   * The ratio {@code numerators[i] / denominators[i]} over rounds {@code i}.
   *
   * @throws IllegalArgumentException unless both are of one length and above 0
   */
  public static Optional<Ratio> ofPairs(double[] numerators, double[] denominators) {
    if (numerators.length != denominators.length) {
      throw new IllegalArgumentException("a pair needs both of its values");
    }
    double[] logs = new double[numerators.length];
    for (int i = 0; i < logs.length; i++) {
      if (!(numerators[i] > 0 && denominators[i] > 0)) {
        throw new IllegalArgumentException("a ratio needs values above 0");
      }
      logs[i] = Math.log(numerators[i] / denominators[i]);
    }
    return ofLogs(logs);
  }

  /** The same comparison the other way round. */
  public Ratio inverse() {
    return new Ratio(
        1 / value,
        1 / highest,
        1 / lowest,
        rounds,
        interval.map(range -> new Interval(1 / range.high(), 1 / range.low())));
  }

  /** Whether there is an interval and it leaves 1 out. */
  public boolean differs() {
    return interval.isPresent() && !interval.get().contains(1);
  }
}
