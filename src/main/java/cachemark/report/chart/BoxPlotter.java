// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.result.Verdict;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Puts the boxes of a panel on a plot: a row for each series, the medians of the rounds below. */
final class BoxPlotter {
  static final double ROW = 54;
  private static final int P5 = 0;
  private static final int P25 = 1;
  private static final int P50 = 2;
  private static final int P75 = 3;
  private static final int P95 = 4;
  private static final double MIDDLE_OF_BOX = 22;
  private static final double HALF_BOX = 10;
  private static final double DOTS = 41;
  private static final double HEIGHT_OF_DOTS = 9;
  private static final double SMALL = 4.5;
  private static final BasicStroke MEDIAN =
      new BasicStroke(3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

  private final Panel panel;
  private final Frame frame;
  private final Plot plot;

  BoxPlotter(Panel panel, Frame frame, Plot plot) {
    this.panel = panel;
    this.frame = frame;
    this.plot = plot;
  }

  /** The middle of a series' box, in pixels from the top of the plot. */
  static double middle(int row) {
    return row * ROW + MIDDLE_OF_BOX;
  }

  void plot() {
    for (int row = 0; row < panel.series().size(); row++) {
      Series series = panel.series().get(row);
      Look look = Look.of(series);
      box(series, look, frame.x().pixels() - middle(row));
      double dots = frame.x().pixels() - row * ROW - DOTS;
      series.at(P50).ifPresent(point -> rounds(point, look.color(), dots));
    }
  }

  /** As much of the box as the samples support. */
  private void box(Series series, Look look, double y) {
    double[] at = places(series);
    whisker(at[P5], at[P25], y, look.color());
    whisker(at[P95], at[P75], y, look.color());
    double low = y - HALF_BOX;
    double high = y + HALF_BOX;
    double left = at[P25];
    double right = at[P75];
    if (known(left, right)) {
      double[] xs = {left, right, right, left, left};
      double[] ys = {low, low, high, high, low};
      plot.area(xs, ys, Ink.tint(look.color(), look.boxOpacity()));
      plot.line(xs, ys, look.color(), Marks.WHISKER);
    }
    if (known(at[P50])) {
      plot.line(new double[] {at[P50], at[P50]}, new double[] {low, high}, Ink.TEXT, MEDIAN);
    }
  }

  /** Where the five percentiles lie; NaN where the samples tell none. */
  private double[] places(Series series) {
    return IntStream.rangeClosed(P5, P95)
        .mapToDouble(x -> series.at(x).flatMap(panel::middle).map(frame::height).orElse(Double.NaN))
        .toArray();
  }

  private static boolean known(double... places) {
    return Arrays.stream(places).noneMatch(Double::isNaN);
  }

  private void whisker(double end, double box, double y, Color color) {
    if (!known(end, box)) {
      return;
    }
    plot.line(new double[] {end, box}, new double[] {y, y}, color, Marks.WHISKER);
    plot.marks(new double[] {end}, new double[] {y}, Glyph.STOP, HALF_BOX, color, color);
  }

  private void rounds(Point point, Color color, double y) {
    List<Reading> counted = point.counted();
    double[] xs = xs(counted);
    double[] ys = stacked(y, counted.size());
    if (xs.length > 0) {
      plot.marks(xs, ys, Glyph.CIRCLE, SMALL, color, Ink.PAPER);
    }
    for (int i = 0; i < xs.length; i++) {
      if (counted.get(i).verdict() == Verdict.SUSPECT) {
        ring(xs[i], ys[i], color);
      }
    }
    double[] crosses = xs(point.of(Verdict.INVALID));
    if (crosses.length > 0) {
      double[] level = IntStream.range(0, crosses.length).mapToDouble(i -> y).toArray();
      plot.marks(crosses, level, Glyph.CROSS, 8, color, color);
    }
  }

  private void ring(double x, double y, Color color) {
    plot.marks(
        new double[] {x}, new double[] {y}, Glyph.CIRCLE, 11, color, Ink.alpha(Ink.PAPER, 0));
  }

  private double[] xs(List<Reading> readings) {
    return readings.stream().mapToDouble(reading -> frame.height(reading.value())).toArray();
  }

  /** One below the other, round by round, so that equal ones stay visible. */
  private static double[] stacked(double middle, int count) {
    double step = HEIGHT_OF_DOTS / Math.max(1, count - 1);
    return IntStream.range(0, count)
        .mapToDouble(i -> middle + ((count - 1) / 2.0 - i) * step)
        .toArray();
  }
}
