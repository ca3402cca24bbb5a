// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import cachemark.report.figure.Named;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.report.figure.SeriesKey;
import cachemark.stats.Ratio;
import java.util.ArrayList;
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

  /** Every two series of {@code panel} that may be compared, in its order. */
  static List<Comparison> of(Panel panel) {
    List<Comparison> pairs = new ArrayList<>();
    List<Series> all = panel.series();
    for (int i = 0; i < all.size(); i++) {
      for (Series right : all.subList(i + 1, all.size())) {
        if (all.get(i).key().pairsWith(right.key())) {
          pairs.add(new Comparison(all.get(i), right, panel.quantity()));
        }
      }
    }
    return pairs;
  }

  /** The first side in words. */
  String leftName() {
    return named(left.key(), right.key());
  }

  /** The second side in words. */
  String rightName() {
    return named(right.key(), left.key());
  }

  /** The subject, and its client where that differs too: then it is the pair that is compared. */
  private static String named(SeriesKey side, SeriesKey other) {
    Named client = side.client();
    boolean same = client.equals(other.client()) || !other.client().isPresent();
    return same || !client.isPresent()
        ? side.subject().label()
        : side.subject().label() + " (" + client.label() + ")";
  }

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
