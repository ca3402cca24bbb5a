// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.result.Verdict;
import cachemark.stats.Interval;
import cachemark.stats.Summary;
import java.util.List;
import java.util.Optional;

/** Puts the series of a panel over numbers on a plot: lines with their bands. */
final class LinePlotter {
  private static final double BESIDE = 9;

  private final Panel panel;
  private final Frame frame;
  private final Plot plot;
  private final Marks marks;

  LinePlotter(Panel panel, Frame frame, Plot plot) {
    this.panel = panel;
    this.frame = frame;
    this.plot = plot;
    this.marks = new Marks(frame, plot);
  }

  /** Puts everything on the plot, the widest marks first. */
  void plot() {
    if (!isSpeed()) {
      panel.series().forEach(this::band);
    }
    panel.series().forEach(this::line);
    for (Series series : panel.isQuiet() ? List.<Series>of() : panel.series()) {
      for (Point point : series.points()) {
        rounds(series, point);
      }
    }
  }

  private void line(Series series) {
    List<Point> points = series.points().stream().filter(p -> p.summary().isPresent()).toList();
    if (points.isEmpty()) {
      return;
    }
    Look look = Look.of(series);
    double[] x = points.stream().mapToDouble(point -> at(series, point)).toArray();
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
    double[] x = new double[n];
    double[] low = new double[n];
    double[] high = new double[n];
    for (int i = 0; i < n; i++) {
      Interval range = interval(points.get(i)).orElseThrow();
      x[i] = frame.x().at(points.get(i).x());
      low[i] = frame.height(range.low());
      high[i] = frame.height(range.high());
    }
    plot.band(x, low, high, Look.of(series).color());
  }

  private boolean hasBand(Series series) {
    return !isSpeed()
        && series.points().stream().filter(point -> interval(point).isPresent()).count() > 1;
  }

  private void rounds(Series series, Point point) {
    Look look = Look.of(series);
    double at = at(series, point);
    double x = at + dodge(series);
    Optional<Interval> interval = interval(point);
    if (interval.isPresent() && !hasBand(series)) {
      marks.whisker(at, interval.get(), look.color());
    }
    List<Reading> single = interval.isPresent() ? List.of() : point.counted();
    if (single.size() > 1) {
      marks.at(x, single, look.glyph(), Marks.SMALL, look.color(), Ink.PAPER);
    }
    if (interval.isPresent()) {
      marks.at(x, point.of(Verdict.SUSPECT), look.glyph(), Marks.SMALL, look.color(), Ink.PAPER);
    }
    marks.rings(x, point.of(Verdict.SUSPECT), look.color());
    marks.crosses(x, point.of(Verdict.INVALID), look.color());
  }

  /** Bands of ratios would all lie on each other round 1: they have whiskers, side by side. */
  private boolean isSpeed() {
    return panel.quantity() == Quantity.SPEED;
  }

  private double at(Series series, Point point) {
    double at = frame.x().at(point.x());
    return isSpeed() ? at + rank(series) * BESIDE : at;
  }

  private double rank(Series series) {
    return panel.series().indexOf(series) - (panel.series().size() - 1) / 2.0;
  }

  /** Beside the line, so that single rounds do not hide each other; none where there is no room. */
  private double dodge(Series series) {
    double rank = rank(series);
    double step = frame.gap(panel) < 60 ? 0 : 9;
    return Math.signum(rank) * 5 + rank * step;
  }

  private static double mean(Point point) {
    return point.summary().map(Summary::mean).orElseThrow();
  }

  private static Optional<Interval> interval(Point point) {
    return point.summary().flatMap(Summary::interval);
  }
}
