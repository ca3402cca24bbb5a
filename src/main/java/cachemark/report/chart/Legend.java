// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Series;
import cachemark.result.Verdict;
import cachemark.stats.Histogram;
import cachemark.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words what the marks of a figure are: only those that it has. */
final class Legend {
  private Legend() {}

  static String of(Figure figure, boolean logarithmic) {
    Axis axis = figure.panels().get(0).axis();
    boolean several =
        points(figure).flatMap(p -> p.summary().stream()).anyMatch(all -> all.rounds() > 1);
    List<String> parts = new ArrayList<>();
    if (axis.isOfLoad()) {
      parts.add("Each point measured once");
    } else if (axis.isTail()) {
      parts.addAll(curves(figure, several));
    } else if (axis.isBox()) {
      parts.addAll(boxes(several));
    } else {
      boolean marks = logarithmic || figure.panels().get(0).growsByFactors();
      parts.addAll(means(figure, marks, several));
    }
    if (axis.isRows()) {
      parts.add("–: not measured");
    }
    if (points(figure).anyMatch(point -> !point.of(Verdict.SUSPECT).isEmpty())) {
      parts.add("ring: a suspect trial, counted");
    }
    if (points(figure).anyMatch(point -> !point.of(Verdict.INVALID).isEmpty())) {
      parts.add(
          String.format(
              Locale.ROOT,
              "×: an invalid trial, in no %s (at the %s edge: there or beyond)",
              axis.isOfSamples() ? "median" : "mean",
              axis.isHorizontal() ? "right" : "upper"));
    }
    return String.join(" · ", parts);
  }

  private static List<String> curves(Figure figure, boolean several) {
    List<String> parts = new ArrayList<>();
    parts.add(several ? "Lines: medians over the rounds" : "Lines: the only round");
    if (several) {
      boolean quartiles = new Bands(figure.panels().get(0)).quartiles();
      parts.add(
          "bands: " + (quartiles ? "the middle half of the rounds" : "lowest to highest round"));
    }
    parts.add(
        "a curve ends where fewer than "
            + Histogram.FEWEST_BEYOND
            + " samples of a round lie beyond");
    String missing =
        series(figure)
            .filter(series -> series.points().isEmpty())
            .map(Series::name)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      parts.add("too few samples for a curve: " + missing);
    }
    return parts;
  }

  private static List<String> boxes(boolean several) {
    String of = several ? ", each the median over the rounds" : " of the only round";
    return List.of(
        "Boxes: p25 to p75, in them p50, whiskers: p5 to p95" + of,
        "small marks: p50 of single rounds");
  }

  private static List<String> means(Figure figure, boolean logarithmic, boolean several) {
    List<String> parts = new ArrayList<>();
    parts.add(
        largest(figure, logarithmic) + (several ? ": means over the rounds" : ": the only round"));
    if (points(figure).anyMatch(Legend::hasInterval)) {
      parts.add((hasBands(figure) ? "bands" : "whiskers") + ": their 95 % intervals");
    }
    if (points(figure)
        .anyMatch(point -> point.counted().size() > 1 && showsRounds(figure, point))) {
      parts.add("small marks: single rounds");
    }
    if (lacksPercentiles(figure)) {
      parts.add(
          "left out: percentiles that fewer than "
              + Histogram.FEWEST_BEYOND
              + " samples of a round lie beyond");
    }
    return parts;
  }

  private static boolean lacksPercentiles(Figure figure) {
    Axis axis = figure.panels().get(0).axis();
    boolean bars = axis.isOfPercentiles();
    boolean times = figure.panels().get(0).quantity() == Quantity.SERVICE_MICROS;
    return bars
        ? series(figure).anyMatch(series -> series.points().size() < axis.categories().size())
        : times && points(figure).anyMatch(point -> point.readings().isEmpty());
  }

  /** Bars always do; elsewhere an interval takes the place of few rounds. */
  private static boolean showsRounds(Figure figure, Point point) {
    Axis axis = figure.panels().get(0).axis();
    return (axis.isCategorical() && !axis.isRows()) || !hasInterval(point);
  }

  private static String largest(Figure figure, boolean logarithmic) {
    Axis axis = figure.panels().get(0).axis();
    if (axis.isCategorical()) {
      return axis.isRows() || logarithmic ? "Large marks" : "Bars";
    }
    return series(figure).anyMatch(series -> series.points().size() > 1) ? "Lines" : "Large marks";
  }

  private static boolean hasBands(Figure figure) {
    Panel panel = figure.panels().get(0);
    return !panel.axis().isCategorical()
        && panel.quantity() != Quantity.SPEED
        && series(figure)
            .anyMatch(series -> series.points().stream().filter(Legend::hasInterval).count() > 1);
  }

  private static boolean hasInterval(Point point) {
    return point.summary().flatMap(Summary::interval).isPresent();
  }

  private static Stream<Point> points(Figure figure) {
    return series(figure).flatMap(series -> series.points().stream());
  }

  private static Stream<Series> series(Figure figure) {
    return figure.panels().stream().flatMap(panel -> panel.series().stream());
  }
}
