// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.result.Verdict;
import cachemark.stats.Summary;
import java.util.List;
import java.util.stream.IntStream;

/** Puts the series of a panel of categories on a plot: a bar each, and a dot for every round. */
final class BarPlotter {
  private static final double GROUP = 0.72;
  private static final double WIDEST_BAR = 0.22;
  private static final double HALF_OF_BAR = 0.44;

  /** The dots of a bar lie side by side over this part of its width, at most so far apart. */
  private static final double DOTTED = 0.7;

  private static final double WIDEST_STEP = 5.5;
  private static final int FEW = 6;
  private static final double SMALLER = 3.8;
  private static final double ASIDE = 0.22;

  private final Panel panel;
  private final Frame frame;
  private final Plot plot;
  private final Marks marks;

  BarPlotter(Panel panel, Frame frame, Plot plot) {
    this.panel = panel;
    this.frame = frame;
    this.plot = plot;
    this.marks = new Marks(frame, plot);
  }

  /** Puts everything on the plot, the widest marks first. */
  void plot() {
    for (Series series : panel.series()) {
      for (Point point : series.points()) {
        point.summary().ifPresent(summary -> mean(series, point, summary.mean()));
      }
    }
    for (Series series : panel.series()) {
      for (Point point : series.points()) {
        rounds(at(series, point), point);
      }
    }
  }

  /** A bar has no honest length without a zero: on a logarithmic axis its mean is a mark. */
  private void mean(Series series, Point point, double mean) {
    Look look = Look.of(series);
    double x = at(series, point);
    double top = frame.height(mean);
    if (frame.y().logarithmic()) {
      plot.marks(
          new double[] {x - aside()},
          new double[] {top},
          look.glyph(),
          look.glyphSize(),
          look.color(),
          look.fill());
      return;
    }
    double half = barPixels() * HALF_OF_BAR;
    double[] xs = {x - half, x - half, x + half, x + half};
    double[] ys = {0, top, top, 0};
    plot.area(xs, ys, Ink.tint(look.color(), look.barOpacity()));
    plot.line(xs, ys, look.color(), Marks.WHISKER);
  }

  /** The whisker lies on the dots, which may be many. */
  private void rounds(double x, Point point) {
    List<Reading> counted = point.counted();
    double[] xs = sideBySide(x + aside(), barPixels() - 2 * aside(), counted.size());
    double size = counted.size() > FEW ? SMALLER : Marks.SMALL;
    marks.at(xs, counted, Glyph.CIRCLE, size, Ink.TEXT, Ink.PAPER);
    for (int i = 0; i < xs.length; i++) {
      if (counted.get(i).verdict() == Verdict.SUSPECT) {
        marks.rings(new double[] {xs[i]}, counted.subList(i, i + 1), Ink.TEXT);
      }
    }
    marks.crosses(x + aside(), point.of(Verdict.INVALID), Ink.TEXT);
    point
        .summary()
        .flatMap(Summary::interval)
        .ifPresent(range -> marks.whisker(x - aside(), range, Ink.TEXT));
  }

  /** Dots would cover a mark, but not a bar: both make room for each other. */
  private double aside() {
    return frame.y().logarithmic() ? barPixels() * ASIDE : 0;
  }

  /** Places for {@code count} dots round the middle of a bar, so that equal ones stay visible. */
  static double[] sideBySide(double middle, double barPixels, int count) {
    double step = Math.min(WIDEST_STEP, DOTTED * barPixels / count);
    return IntStream.range(0, count)
        .mapToDouble(i -> middle + (i - (count - 1) / 2.0) * step)
        .toArray();
  }

  /** Where a series has its place: beside the others of a category. */
  double at(Series series, Point point) {
    double rank = panel.series().indexOf(series) - (panel.series().size() - 1) / 2.0;
    return frame.x().at(point.x()) + rank * barPixels();
  }

  double barPixels() {
    double category = frame.x().at(1) - frame.x().at(0);
    return category * Math.min(WIDEST_BAR, GROUP / panel.series().size());
  }
}
