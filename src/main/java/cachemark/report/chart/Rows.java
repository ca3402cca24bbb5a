// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.stats.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The categories of a panel as rows: by group, in each the quickest first, unmeasured ones out. */
final class Rows {
  static final double HEIGHT = 24;
  private static final double HEADER = 26;

  private final Panel panel;
  private final Map<String, List<Integer>> groups = new LinkedHashMap<>();

  Rows(Panel panel) {
    this.panel = panel;
    Axis axis = panel.axis();
    for (int i = 0; i < axis.categories().size(); i++) {
      if (!points(i).isEmpty()) {
        groups.computeIfAbsent(axis.groups().get(i), group -> new ArrayList<>()).add(i);
      }
    }
    groups.values().forEach(rows -> rows.sort(Comparator.comparingDouble(this::rank)));
  }

  double height() {
    int rows = groups.values().stream().mapToInt(List::size).sum();
    return rows * HEIGHT + groups.size() * HEADER;
  }

  /** The middle of each group's header, in pixels from the top. */
  Map<String, Double> headers() {
    Map<String, Double> middles = new LinkedHashMap<>();
    double y = 0;
    for (Map.Entry<String, List<Integer>> group : groups.entrySet()) {
      middles.put(group.getKey(), y + HEADER / 2 + 3);
      y += HEADER + group.getValue().size() * HEIGHT;
    }
    return middles;
  }

  /** The middle of each category's row, in pixels from the top. */
  Map<Integer, Double> middles() {
    Map<Integer, Double> middles = new LinkedHashMap<>();
    double y = 0;
    for (List<Integer> rows : groups.values()) {
      y += HEADER;
      for (int row : rows) {
        middles.put(row, y + HEIGHT / 2);
        y += HEIGHT;
      }
    }
    return middles;
  }

  private List<Point> points(int category) {
    return panel.series().stream().flatMap(series -> series.at(category).stream()).toList();
  }

  /** Over the series that have it; what no round that counts was measured of comes last. */
  private double rank(int category) {
    OptionalDouble mean =
        points(category).stream()
            .flatMap(point -> point.summary().stream())
            .mapToDouble(Summary::mean)
            .average();
    return panel.quantity().moreIsBetter() ? -mean.orElse(0) : mean.orElse(Double.MAX_VALUE);
  }
}
