// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.stats.Ratio;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two series side by side, round by round: how many times as fast the first is as the second.
 *
 * @param left first series
 * @param right second series
 * @param quantity that both show
 */
record Comparison(Series left, Series right, Quantity quantity) {

  /** The speed-up at one x, over the rounds in which both were measured there. */
  Optional<Ratio> at(double x) {
    return over(new double[] {x});
  }

  /** The speed-up over all x that both have: the geometric mean, over rounds that are complete. */
  Optional<Ratio> pooled() {
    return over(commonXs());
  }

  /** Every x at which both have a round that counts. */
  double[] commonXs() {
    return left.points().stream()
        .mapToDouble(Point::x)
        .filter(x -> !byRound(left, x).isEmpty() && !byRound(right, x).isEmpty())
        .toArray();
  }

  private Optional<Ratio> over(double[] xs) {
    if (xs.length == 0) {
      return Optional.empty();
    }
    double[] logs =
        byRound(left, xs[0]).keySet().stream()
            .map(round -> meanLog(round, xs))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    return Ratio.ofLogs(logs);
  }

  private OptionalDouble meanLog(int round, double[] xs) {
    double[] logs = Arrays.stream(xs).map(x -> log(round, x)).toArray();
    return Arrays.stream(logs).anyMatch(Double::isNaN)
        ? OptionalDouble.empty()
        : Arrays.stream(logs).average();
  }

  /** The logarithm of the speed-up in one round at one x; NaN where it has none. */
  private double log(int round, double x) {
    Reading first = byRound(left, x).get(round);
    Reading second = byRound(right, x).get(round);
    if (first == null || second == null || !(first.value() > 0 && second.value() > 0)) {
      return Double.NaN;
    }
    double log = Math.log(first.value() / second.value());
    return quantity.moreIsBetter() ? log : -log;
  }

  private static Map<Integer, Reading> byRound(Series series, double x) {
    List<Reading> counted = series.at(x).map(Point::counted).orElse(List.of());
    return counted.stream()
        .collect(Collectors.toMap(Reading::round, Function.identity(), (first, again) -> again));
  }
}
