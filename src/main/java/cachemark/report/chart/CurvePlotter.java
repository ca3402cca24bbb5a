// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Series;
import cachemark.result.Verdict;
import cachemark.stats.Spread;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/** Puts sampled times on a plot, by rarity: a curve of the medians in a band of the rounds. */
final class CurvePlotter {
  private final Panel panel;
  private final Frame frame;
  private final Plot plot;
  private final Marks marks;
  private final Bands bands;

  CurvePlotter(Panel panel, Frame frame, Plot plot) {
    this.panel = panel;
    this.frame = frame;
    this.plot = plot;
    this.marks = new Marks(frame, plot);
    this.bands = new Bands(panel);
  }

  /** Puts everything on the plot, the widest marks first. */
  void plot() {
    panel.series().forEach(this::band);
    panel.series().forEach(this::curve);
    panel.series().forEach(this::doubts);
  }

  private void band(Series series) {
    List<Point> points = counted(series);
    if (points.stream().anyMatch(point -> point.counted().size() > 1)) {
      List<Spread> spreads = points.stream().map(bands::at).toList();
      plot.band(
          xs(points),
          spreads.stream().mapToDouble(spread -> frame.height(spread.low())).toArray(),
          spreads.stream().mapToDouble(spread -> frame.height(spread.high())).toArray(),
          Look.of(series).color());
    }
  }

  private void curve(Series series) {
    List<Point> points = counted(series);
    if (points.isEmpty()) {
      return;
    }
    Look look = Look.of(series);
    plot.line(xs(points), heights(points), look.color(), look.line());
    List<Point> labelled = labelled(points);
    plot.marks(
        xs(labelled), heights(labelled), look.glyph(), look.glyphSize(), look.color(), look.fill());
  }

  private void doubts(Series series) {
    Color color = Look.of(series).color();
    for (Point point : labelled(series.points())) {
      double x = frame.x().at(point.x());
      marks.at(x, point.of(Verdict.SUSPECT), Glyph.CIRCLE, Marks.SMALL, color, Ink.PAPER);
      marks.rings(x, point.of(Verdict.SUSPECT), color);
      marks.crosses(x, point.of(Verdict.INVALID), color);
    }
  }

  private static List<Point> counted(Series series) {
    return series.points().stream().filter(point -> !point.counted().isEmpty()).toList();
  }

  private List<Point> labelled(List<Point> points) {
    double[] listed = panel.listed();
    return points.stream()
        .filter(point -> Arrays.stream(listed).anyMatch(x -> x == point.x()))
        .toList();
  }

  private double[] xs(List<Point> points) {
    return points.stream().mapToDouble(point -> frame.x().at(point.x())).toArray();
  }

  private double[] heights(List<Point> points) {
    return points.stream()
        .mapToDouble(point -> frame.height(panel.middle(point).orElseThrow()))
        .toArray();
  }
}
