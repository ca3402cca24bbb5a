// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.result.Verdict;
import cachemark.stats.Interval;
import cachemark.stats.Summary;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the series of a panel of rows on a plot: a mark for each mean, on its interval. */
final class RowsPlotter {
  private static final BasicStroke WHISKER = new BasicStroke(1.4f);
  private static final double SMALL = 4.5;
  private static final double SPREAD_OF_ROW = 0.6 * Rows.HEIGHT;

  private final Panel panel;
  private final Frame frame;
  private final Plot plot;

  RowsPlotter(Panel panel, Frame frame, Plot plot) {
    this.panel = panel;
    this.frame = frame;
    this.plot = plot;
  }

  /** Puts all series on the rows, whose middles are given in pixels from the top. */
  void plot(Map<Integer, Double> middles) {
    middles.forEach(
        (row, middle) -> {
          List<Series> there =
              panel.series().stream().filter(series -> series.at(row).isPresent()).toList();
          for (int i = 0; i < there.size(); i++) {
            double beside = (i - (there.size() - 1) / 2.0) * SPREAD_OF_ROW / there.size();
            Look look = Look.of(there.get(i));
            there.get(i).at(row).ifPresent(point -> plot(look, point, height(middle + beside)));
          }
        });
  }

  private double height(double fromTop) {
    return frame.x().pixels() - fromTop;
  }

  private void plot(Look look, Point point, double y) {
    Optional<Interval> interval = point.summary().flatMap(Summary::interval);
    interval.ifPresent(range -> whisker(range, y, look.color()));
    point
        .summary()
        .ifPresent(
            summary ->
                plot.marks(
                    new double[] {frame.height(summary.mean())},
                    new double[] {y},
                    look.glyph(),
                    look.glyphSize() * 0.85,
                    look.color(),
                    look.fill()));
    if (interval.isEmpty() && point.counted().size() > 1) {
      marks(point.counted(), y, look.glyph(), SMALL, look.color());
    }
    marks(point.of(Verdict.SUSPECT), y, Glyph.CIRCLE, 12, look.color());
    marks(point.of(Verdict.INVALID), y, Glyph.CROSS, 8, look.color());
  }

  private void whisker(Interval range, double y, Color color) {
    double[] xs = {frame.height(range.low()), frame.height(range.high())};
    double[] ys = {y, y};
    plot.line(xs, ys, color, WHISKER);
    plot.marks(xs, ys, Glyph.STOP, 7, color, color);
  }

  private void marks(List<Reading> readings, double y, Glyph glyph, double size, Color edge) {
    if (!readings.isEmpty()) {
      double[] xs =
          readings.stream().mapToDouble(reading -> frame.height(reading.value())).toArray();
      double[] ys = readings.stream().mapToDouble(reading -> y).toArray();
      plot.marks(xs, ys, glyph, size, edge, Ink.alpha(Ink.PAPER, 0));
    }
  }
}
