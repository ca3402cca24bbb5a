// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Point;
import cachemark.report.figure.Series;
import cachemark.result.Verdict;
import cachemark.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says in words what the marks of a figure are: only those that it has. */
final class Legend {
  private Legend() {}

  static String of(Figure figure, boolean logarithmic) {
    List<String> parts = new ArrayList<>();
    boolean several = points(figure).anyMatch(point -> point.counted().size() > 1);
    parts.add(
        means(figure, logarithmic) + (several ? ": means over the rounds" : ": the only round"));
    if (points(figure).anyMatch(Legend::hasInterval)) {
      parts.add((hasBands(figure) ? "bands" : "whiskers") + ": their 95 % intervals");
    }
    if (points(figure).anyMatch(point -> !hasInterval(point) && point.counted().size() > 1)) {
      parts.add("small marks: single rounds");
    }
    if (figure.panels().get(0).axis().isRows()) {
      parts.add("–: not measured");
    }
    if (points(figure).anyMatch(point -> !point.of(Verdict.SUSPECT).isEmpty())) {
      parts.add("ring: a suspect trial, counted");
    }
    if (points(figure).anyMatch(point -> !point.of(Verdict.INVALID).isEmpty())) {
      parts.add("×: an invalid trial, in no mean (at the upper edge: there or beyond)");
    }
    return String.join(" · ", parts);
  }

  private static String means(Figure figure, boolean logarithmic) {
    Axis axis = figure.panels().get(0).axis();
    if (axis.isCategorical()) {
      return axis.isRows() || logarithmic ? "Large marks" : "Bars";
    }
    return series(figure).anyMatch(series -> series.points().size() > 1) ? "Lines" : "Large marks";
  }

  private static boolean hasBands(Figure figure) {
    return !figure.panels().get(0).axis().isCategorical()
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
