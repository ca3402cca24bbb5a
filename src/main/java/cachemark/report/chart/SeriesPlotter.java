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
import java.util.Optional;

/** Puts the series of a panel on a plot: lines over numbers, bars over categories. */
final class SeriesPlotter {
  private static final BasicStroke WHISKER = new BasicStroke(1.4f);
  private static final double GROUP = 0.72;
  private static final double WIDEST_BAR = 0.22;
  private static final double SMALL = 5;

  private final Panel panel;
  private final Frame frame;
  private final Plot plot;

  SeriesPlotter(Panel panel, Frame frame, Plot plot) {
    this.panel = panel;
    this.frame = frame;
    this.plot = plot;
  }

  /** Puts everything on the plot, the widest marks first. */
  void plot() {
    List<Series> all = panel.series();
    boolean bars = panel.axis().isCategorical();
    for (Series series : all) {
      if (bars) {
        bars(series);
      } else {
        band(series);
      }
    }
    for (Series series : all) {
      if (!bars) {
        line(series);
      }
    }
    for (Series series : panel.isQuiet() ? List.<Series>of() : all) {
      for (Point point : series.points()) {
        rounds(series, point, bars);
      }
    }
  }

  private void line(Series series) {
    List<Point> points = series.points().stream().filter(p -> p.summary().isPresent()).toList();
    if (points.isEmpty()) {
      return;
    }
    Look look = Look.of(series);
    double[] x = points.stream().mapToDouble(point -> frame.x().at(point.x())).toArray();
    double[] y = points.stream().mapToDouble(point -> frame.height(mean(point))).toArray();
    plot.line(x, y, look.color(), look.line());
    plot.marks(x, y, look.glyph(), look.glyphSize(), look.color(), look.fill());
  }

  private void band(Series series) {
    List<Point> points = series.points().stream().filter(p -> interval(p).isPresent()).toList();
    int n = points.size();
    if (n < 2) {
      return;
    }
    double[] x = new double[2 * n];
    double[] y = new double[2 * n];
    for (int i = 0; i < n; i++) {
      Interval range = interval(points.get(i)).orElseThrow();
      x[i] = frame.x().at(points.get(i).x());
      y[i] = frame.height(range.low());
      x[2 * n - 1 - i] = x[i];
      y[2 * n - 1 - i] = frame.height(range.high());
    }
    plot.area(x, y, Ink.alpha(Look.of(series).color(), 0.2));
  }

  private static boolean hasBand(Series series) {
    return series.points().stream().filter(point -> interval(point).isPresent()).count() > 1;
  }

  private void bars(Series series) {
    if (frame.y().logarithmic()) {
      return;
    }
    Look look = Look.of(series);
    for (Point point : series.points()) {
      point.summary().ifPresent(summary -> bar(look, at(series, point), summary.mean()));
    }
  }

  private void bar(Look look, double centre, double mean) {
    double half = barPixels() * 0.44;
    double top = frame.height(mean);
    double[] x = {centre - half, centre - half, centre + half, centre + half};
    plot.area(x, new double[] {0, top, top, 0}, Ink.tint(look.color(), look.barOpacity()));
    plot.line(x, new double[] {0, top, top, 0}, look.color(), WHISKER);
  }

  private void rounds(Series series, Point point, boolean bars) {
    Look look = Look.of(series);
    double x = bars ? at(series, point) : at(series, point) + dodge(series);
    Optional<Interval> interval = interval(point);
    if (interval.isPresent() && (bars || !hasBand(series))) {
      whisker(at(series, point), interval.get(), bars ? Ink.TEXT : look.color());
    }
    if (bars && frame.y().logarithmic()) {
      point.summary().ifPresent(summary -> mean(look, x, summary.mean()));
    }
    List<Reading> single = interval.isPresent() ? List.of() : point.counted();
    if (single.size() > 1 || bars) {
      marks(x, single, bars ? Glyph.CIRCLE : look.glyph(), SMALL, edge(look, bars), Ink.PAPER);
    }
    if (interval.isPresent()) {
      marks(x, point.of(Verdict.SUSPECT), look.glyph(), SMALL, edge(look, bars), Ink.PAPER);
    }
    marks(
        x, point.of(Verdict.SUSPECT), Glyph.CIRCLE, 12, edge(look, bars), Ink.alpha(Ink.PAPER, 0));
    marks(x, point.of(Verdict.INVALID), Glyph.CROSS, 8, edge(look, bars), Ink.PAPER);
  }

  /** A bar has no honest length without a zero: on a logarithmic axis its mean is a mark. */
  private void mean(Look look, double x, double mean) {
    plot.marks(
        new double[] {x},
        new double[] {frame.height(mean)},
        look.glyph(),
        look.glyphSize(),
        look.color(),
        look.fill());
  }

  private void marks(
      double x, List<Reading> readings, Glyph glyph, double size, Color edge, Color fill) {
    if (readings.isEmpty()) {
      return;
    }
    double[] xs = readings.stream().mapToDouble(reading -> x).toArray();
    double[] ys = readings.stream().mapToDouble(reading -> frame.height(reading.value())).toArray();
    plot.marks(xs, ys, glyph, size, edge, fill);
  }

  private void whisker(double x, Interval range, Color color) {
    double[] xs = {x, x};
    double[] ys = {frame.height(range.low()), frame.height(range.high())};
    plot.line(xs, ys, color, WHISKER);
    plot.marks(xs, ys, Glyph.DASH, 8, color, color);
  }

  /** Where a series has its place at a point: beside the others of a category, else on its x. */
  double at(Series series, Point point) {
    double x = frame.x().at(point.x());
    return panel.axis().isCategorical() ? x + rank(series) * barPixels() : x;
  }

  double barPixels() {
    double category = frame.x().at(1) - frame.x().at(0);
    return category * Math.min(WIDEST_BAR, GROUP / panel.series().size());
  }

  /** Beside the line, so that single rounds do not hide each other; none where there is no room. */
  private double dodge(Series series) {
    double step = frame.gap(panel) < 60 ? 0 : 9;
    return Math.signum(rank(series)) * 5 + rank(series) * step;
  }

  /** The place of a series in its group: 0 in the middle, negative before it. */
  private double rank(Series series) {
    return panel.series().indexOf(series) - (panel.series().size() - 1) / 2.0;
  }

  private static Color edge(Look look, boolean bars) {
    return bars ? Ink.TEXT : look.color();
  }

  private static double mean(Point point) {
    return point.summary().map(Summary::mean).orElseThrow();
  }

  private static Optional<Interval> interval(Point point) {
    return point.summary().flatMap(Summary::interval);
  }
}
