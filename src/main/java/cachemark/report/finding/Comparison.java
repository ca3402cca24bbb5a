// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import cachemark.report.figure.Delivery;
import cachemark.report.figure.Mismatch;
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
 * @param clients whether one subject of the panel is there through several clients
 */
record Comparison(Series left, Series right, Quantity quantity, boolean clients) {

  /** Every two series of {@code panel} that may be compared, in its order. */
  static List<Comparison> of(Panel panel) {
    List<Comparison> pairs = new ArrayList<>();
    List<Series> all = panel.series();
    boolean clients = all.stream().anyMatch(series -> series.variation() > 0);
    for (int i = 0; i < all.size(); i++) {
      for (Series right : all.subList(i + 1, all.size())) {
        if (all.get(i).key().pairsWith(right.key())) {
          pairs.add(new Comparison(all.get(i), right, panel.quantity(), clients));
        }
      }
    }
    return pairs;
  }

  /** The first side in words. */
  String leftName() {
    return named(left.key(), right.key(), Named::label);
  }

  /** The second side in words. */
  String rightName() {
    return named(right.key(), left.key(), Named::label);
  }

  /** The claim that this makes of {@code subject} at some x, its sides named as in a sentence. */
  Claim claim(String subject, Ratio speed, double... xs) {
    return claim(subject, speed, Named::label, xs);
  }

  /** The same claim, its sides named as beside numbers. */
  Claim briefClaim(String subject, Ratio speed, double... xs) {
    return claim(subject, speed, Named::brief, xs);
  }

  private Claim claim(String subject, Ratio speed, Function<Named, String> words, double... xs) {
    return new Claim(
        named(left.key(), right.key(), words),
        named(right.key(), left.key(), words),
        subject,
        speed,
        mismatch(xs));
  }

  /** What both did not do alike, at the last of {@code xs} where that is so. */
  Optional<Mismatch> mismatch(double... xs) {
    return Arrays.stream(xs)
        .mapToObj(x -> delivery(left, x).mismatch(delivery(right, x)))
        .flatMap(Optional::stream)
        .reduce((near, far) -> far);
  }

  private static Delivery delivery(Series series, double x) {
    return Delivery.mean(
        series.at(x).map(Point::counted).orElse(List.of()).stream()
            .map(Reading::delivery)
            .toList());
  }

  /** The subject, and its client where that differs too: then it is the pair that is compared. */
  private String named(SeriesKey side, SeriesKey other, Function<Named, String> words) {
    String subject = words.apply(side.subject());
    boolean told = other.client().isPresent() ? !side.client().equals(other.client()) : clients;
    return told && side.client().isPresent()
        ? subject + " (" + words.apply(side.client()) + ")"
        : subject;
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
