// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How many times larger one thing is than another, over pairs measured in the same rounds, or over
 * two separate runs that share no rounds.
 *
 * <p>Averages and intervals are taken of the logarithms, so that {@code a/b} and {@code b/a} tell
 * the same story. Source: Kalibera and Jones, Rigorous Benchmarking in Reasonable Time, ISMM 2013.
 *
 * <p>The interval is Student's (for separate runs Welch's) and from {@link
 * Interval#FEWEST_FOR_BOOTSTRAP} rounds on a studentised bootstrap's. The p of the {@link Evidence}
 * is always the t test's, so that at a bootstrap interval's very edge the two may disagree.
 *
 * @param value geometric mean over the rounds, above 0
 * @param lowest ratio of a single round; for separate runs of any round to any of the other run
 * @param highest ratio of a single round, likewise
 * @param rounds paired, 1 or more; for separate runs those of the shorter one
 * @param interval of the value, at {@link Interval#CONFIDENCE}; empty below {@link
 *     Interval#FEWEST_ROUNDS} rounds
 * @param evidence that the ratio is not 1, where there is an interval
 */
public record Ratio(
    double value,
    double lowest,
    double highest,
    int rounds,
    Optional<Interval> interval,
    Optional<Evidence> evidence) {

  /**
   * The ratio of which each round gave one natural logarithm; empty where there is none.
   *
   * @throws IllegalArgumentException unless all are finite
   */
  public static Optional<Ratio> ofLogs(double... logs) {
    return of(logs);
  }

  /**
   * The ratio {@code numerators[i] / denominators[i]} over rounds {@code i}.
   *
   * @throws IllegalArgumentException unless both are of one length, finite and above 0
   */
  public static Optional<Ratio> ofPairs(double[] numerators, double[] denominators) {
    if (numerators.length != denominators.length) {
      throw new IllegalArgumentException("a pair needs both of its values");
    }
    double[] above = logs(numerators);
    double[] below = logs(denominators);
    return of(IntStream.range(0, above.length).mapToDouble(i -> above[i] - below[i]).toArray());
  }

  /**
   * The ratio of two separate runs, which may differ in their number of rounds; empty where either
   * has none.
   *
   * @throws IllegalArgumentException unless all values are finite and above 0
   */
  public static Optional<Ratio> ofGroups(double[] numerators, double[] denominators) {
    return of(logs(numerators), Arrays.stream(logs(denominators)).map(log -> -log).toArray());
  }

  /** The same comparison the other way round. */
  public Ratio inverse() {
    return new Ratio(
        1 / value,
        1 / highest,
        1 / lowest,
        rounds,
        interval.map(range -> new Interval(1 / range.high(), 1 / range.low())),
        evidence.map(Evidence::inverse));
  }

  /** Whether there is an interval and it leaves 1 out by more than rounding. */
  public boolean differs() {
    return interval
        .filter(
            range -> range.low() > 1 + Evidence.ROUNDING || range.high() < 1 - Evidence.ROUNDING)
        .isPresent();
  }

  /** The ratio whose logarithm is the sum of the samples' means. */
  private static Optional<Ratio> of(double[]... logs) {
    if (!Arrays.stream(logs).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a ratio needs finite logarithms");
    }
    int rounds = Arrays.stream(logs).mapToInt(sample -> sample.length).min().orElseThrow();
    if (rounds == 0) {
      return Optional.empty();
    }
    Optional<Estimate> estimate =
        Optional.of(logs).filter(all -> rounds >= Interval.FEWEST_ROUNDS).map(Estimate::of);
    return Optional.of(
        new Ratio(
            Math.exp(Arrays.stream(logs).mapToDouble(StatUtils::mean).sum()),
            Math.exp(Arrays.stream(logs).mapToDouble(StatUtils::min).sum()),
            Math.exp(Arrays.stream(logs).mapToDouble(StatUtils::max).sum()),
            rounds,
            estimate.map(known -> interval(rounds, known, logs)),
            estimate.map(known -> Evidence.of(known, logs))));
  }

  private static Interval interval(int rounds, Estimate estimate, double[]... logs) {
    Interval interval =
        rounds < Interval.FEWEST_FOR_BOOTSTRAP
            ? estimate.student()
            : Resampling.interval(estimate, logs);
    return new Interval(Math.exp(interval.low()), Math.exp(interval.high()));
  }

  private static double[] logs(double[] values) {
    if (!Arrays.stream(values).allMatch(value -> value > 0)) {
      throw new IllegalArgumentException("a ratio needs values above 0");
    }
    return Arrays.stream(values).map(Math::log).toArray();
  }
}
