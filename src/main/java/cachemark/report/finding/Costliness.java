// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import cachemark.report.figure.Delivery;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.stats.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Draws the finding from a panel of what operations cost, in CPU time or in time, by comparing the
 * categories of each series with the one that costs least, round by round.
 */
public final class Costliness {
  private static final String BETWEEN = ", ";

  private final Panel panel;
  private final Words words;

  /**
   * How it is said what costs least.
   *
   * @param least of the category that does
   * @param more of what another takes a multiple of
   * @param measure what is compared
   * @param categories several of them
   */
  private record Words(String least, String more, String measure, String categories) {
    static final Words CPU = new Words("leanest", "as much CPU", "Client CPU time", "clients");
    static final Words TIME = new Words("quickest", "as long", "Median service time", "paths");
  }

  /**
   * The categories of one series.
   *
   * @param words for them
   * @param subject the series
   * @param leanest category, by its geometric mean
   * @param others each of which the leanest is compared with, the next leanest first
   */
  private record Ranking(Words words, String subject, String leanest, List<Claim> others) {
    /**
     * Who costs least and by how much; empty where the rounds are too few to say so, or where some
     * did not do the same.
     */
    Optional<String> statement() {
      if (!others.stream().allMatch(one -> one.hasInterval() && one.mismatch().isEmpty())) {
        return Optional.empty();
      }
      List<Claim> more = others.stream().filter(one -> one.speed().differs()).toList();
      List<Claim> alike =
          others.stream().filter(one -> one.outcome() == Claim.Outcome.UNDETECTED).toList();
      if (more.isEmpty()) {
        return Optional.of(
            "for "
                + subject
                + " no detectable difference of "
                + leanest
                + " from "
                + Statements.each(alike, Claim::right, " and "));
      }
      String or = alike.isEmpty() ? "" : " or " + Statements.each(alike, Claim::right, " or ");
      return Optional.of(
          "for "
              + subject
              + " "
              + leanest
              + or
              + " "
              + words.least()
              + ", "
              + Statements.each(more, one -> one.right() + " " + one.factor(), BETWEEN)
              + " "
              + words.more());
    }

    String numbers() {
      String spread = others.get(0).spread();
      return subject
          + " over "
          + leanest
          + " ("
          + spread
          + "): "
          + Statements.each(others, Claim::numbers, BETWEEN);
    }
  }

  private Costliness(Panel panel, Words words) {
    this.panel = panel;
    this.words = words;
  }

  /** What {@code panel} says of the CPU time of clients. */
  public static Finding of(Panel panel) {
    return of(panel, Words.CPU);
  }

  /** What {@code panel} says of the time that paths take. */
  public static Finding ofTimes(Panel panel) {
    return of(panel, Words.TIME);
  }

  private static Finding of(Panel panel, Words words) {
    Costliness costliness = new Costliness(panel, words);
    List<Ranking> rankings =
        panel.series().stream().flatMap(series -> costliness.ranking(series).stream()).toList();
    return rankings.isEmpty()
        ? new Finding(
            List.of(), "No two " + words.categories() + " that were measured in the same round")
        : new Finding(
            rankings.stream().flatMap(ranking -> ranking.statement().stream()).toList(),
            words.measure()
                + ": "
                + rankings.stream().map(Ranking::numbers).collect(Collectors.joining("; ")));
  }

  private Optional<Ranking> ranking(Series series) {
    List<Point> points = new ArrayList<>(series.points());
    points.removeIf(point -> point.counted().isEmpty());
    points.sort(Comparator.comparingDouble(Costliness::mean));
    if (points.isEmpty()) {
      return Optional.empty();
    }
    Point leanest = points.get(0);
    List<Claim> others =
        points.stream().skip(1).flatMap(point -> claim(leanest, point).stream()).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(new Ranking(words, series.name(), name(leanest), others));
  }

  /** The mean of the logarithms, since ratios are what is told. */
  private static double mean(Point point) {
    return point.counted().stream()
        .mapToDouble(reading -> Math.log(reading.value()))
        .average()
        .orElse(Double.MAX_VALUE);
  }

  private Optional<Claim> claim(Point leanest, Point other) {
    String name = name(other);
    return ratio(leanest, other)
        .map(
            ratio ->
                new Claim(
                    name(leanest), name, name, ratio, delivery(leanest).mismatch(delivery(other))));
  }

  /** How many times as much the other costs. */
  private static Optional<Ratio> ratio(Point leanest, Point other) {
    Map<Integer, Double> least =
        leanest.counted().stream()
            .collect(Collectors.toMap(Reading::round, Reading::value, (first, again) -> again));
    return Ratio.ofLogs(
        other.counted().stream()
            .filter(reading -> least.containsKey(reading.round()))
            .mapToDouble(
                reading ->
                    Math.log(reading.value() / Objects.requireNonNull(least.get(reading.round()))))
            .filter(Double::isFinite)
            .toArray());
  }

  private static Delivery delivery(Point point) {
    return Delivery.mean(point.counted().stream().map(Reading::delivery).toList());
  }

  private String name(Point point) {
    return panel.axis().text(point.x());
  }
}
