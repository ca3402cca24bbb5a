// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Digits;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Rarity;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.stats.Interval;
import cachemark.stats.Summary;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Paints one panel: frame, grid and words here, the data through a {@link Plot}. */
final class PanelPainter {
  /** How much a value above a bar and a round's dot next to it need. */
  private static final double VALUE = 26;

  private final Graphics2D g;
  private final Pen pen;
  private final Panel panel;
  private final Frame frame;
  private final double left;
  private final double top;

  PanelPainter(Graphics2D g, Panel panel, Frame frame, double left, double top) {
    this.g = g;
    this.pen = new Pen(g);
    this.panel = panel;
    this.frame = frame;
    this.left = left;
    this.top = top;
  }

  void paint(boolean lowest) {
    yAxis();
    xAxis(lowest);
    levels();
    events();
    data();
    if (panel.isQuiet()) {
      silence();
    }
    new EndLabels(panel, frame).paint(g, left, top);
  }

  private void data() {
    Plot plot = new Plot((int) width(), (int) height());
    if (panel.axis().isCategorical()) {
      BarPlotter plotter = new BarPlotter(panel, frame, plot);
      plotter.plot();
      plot.paint(g, left, top);
      values(plotter);
      gaps();
      return;
    }
    if (panel.axis().isTail()) {
      new CurvePlotter(panel, frame, plot).plot();
    } else {
      new LinePlotter(panel, frame, plot).plot();
    }
    plot.paint(g, left, top);
  }

  private void yAxis() {
    boolean counts = panel.quantity().isCount();
    for (double tick : frame.y().ticks(counts)) {
      double y = fromTop(tick);
      pen.line(tick == 0 ? Ink.AXIS : Ink.GRID, left, y, left + width(), y);
      pen.textBefore(
          Type.TICK, Ink.MUTED, frame.y().label(tick, counts), left - 9, y + Type.TICK.baseline());
    }
  }

  private void xAxis(boolean lowest) {
    pen.line(Ink.AXIS, left, top + height(), left + width(), top + height());
    double free = Double.NEGATIVE_INFINITY;
    for (double x : xTicks()) {
      double at = left + frame.x().at(x);
      String text = panel.axis().text(x);
      double half = Type.TICK.width(text) / 2;
      if (panel.axis().isTail()) {
        pen.line(Ink.GRID, at, top, at, top + height());
      }
      if (!panel.axis().isCategorical()) {
        pen.line(Ink.AXIS, at, top + height(), at, top + height() + 5);
      }
      if (lowest && at - half > free) {
        pen.text(Type.TICK, Ink.MUTED, text, at - half, top + height() + 20);
        free = at + half + 6;
      }
    }
    if (lowest) {
      String title = panel.axis().title() + scale();
      double middle = left + (width() - Type.AXIS_TITLE.width(title)) / 2;
      pen.text(Type.AXIS_TITLE, Ink.TEXT, title, middle, top + height() + 43);
    }
  }

  private String scale() {
    if (panel.axis().isTail()) {
      return ", on a scale of 1/(1 − p)";
    }
    return frame.x().logarithmic() ? " (log scale)" : "";
  }

  private double[] xTicks() {
    if (panel.axis().isTail()) {
      return Rarity.LABELLED.stream()
          .mapToDouble(Double::doubleValue)
          .filter(x -> x >= frame.x().low() && x <= frame.x().high())
          .toArray();
    }
    if (panel.axis().isCategorical()) {
      return IntStream.range(0, panel.axis().categories().size()).asDoubleStream().toArray();
    }
    DoubleStream origin = frame.x().logarithmic() ? DoubleStream.empty() : DoubleStream.of(0);
    return DoubleStream.concat(origin, DoubleStream.of(panel.xs())).toArray();
  }

  private void levels() {
    for (Panel.Reference level : panel.references()) {
      double y = fromTop(level.value());
      g.setColor(Ink.MUTED);
      g.setStroke(Ink.LEVEL);
      g.draw(new Line2D.Double(left, y, left + width(), y));
    }
  }

  /** A line at each place where something happened, its words above, beside those before it. */
  private void events() {
    double free = left;
    for (Panel.Event event : panel.events()) {
      double x = left + frame.x().at(event.x());
      g.setColor(Ink.MUTED);
      g.setStroke(Ink.LEVEL);
      g.draw(new Line2D.Double(x, top - 2, x, top + height()));
      double start = Math.max(free, x - 2);
      pen.text(Type.SMALL, Ink.MUTED, event.label(), start, top - 6);
      free = start + Type.SMALL.width(event.label()) + 10;
    }
  }

  /** Every mean above its bar. */
  private void values(BarPlotter plotter) {
    for (Series series : panel.series()) {
      for (Point point : series.points()) {
        point
            .summary()
            .ifPresent(
                summary -> value(plotter.at(series, point), plotter.barPixels(), point, summary));
      }
    }
  }

  private void value(double x, double room, Point point, Summary summary) {
    String text = Digits.significant(summary.mean());
    double y = top + height() - clear(point, summary) - 10;
    Type type = Type.TICK.width(text) < room ? Type.TICK : Type.SMALL;
    if (type.width(text) < room + 4) {
      pen.text(type, Ink.TEXT, text, left + x - type.width(text) / 2, y);
    }
  }

  /** The lowest height above bar and whisker at which words cover no round. */
  private double clear(Point point, Summary summary) {
    double mean = frame.height(summary.mean());
    double clear = summary.interval().map(Interval::high).map(frame::height).orElse(mean);
    double[] rounds =
        point.readings().stream().mapToDouble(Reading::value).map(frame::height).sorted().toArray();
    for (double round : rounds) {
      if (round < clear + VALUE) {
        clear = Math.max(clear, round);
      }
    }
    return clear;
  }

  /** A category without a point is named as such: empty ground could pass for zero. */
  private void gaps() {
    double[] measured = panel.xs();
    for (double x : xTicks()) {
      if (Arrays.stream(measured).noneMatch(one -> one == x)) {
        double middle = left + frame.x().at(x);
        String text = panel.axis().isOfPercentiles() ? "too few samples" : "not measured";
        pen.text(
            Type.TICK, Ink.MUTED, text, middle - Type.TICK.width(text) / 2, top + height() - 10);
      }
    }
  }

  private void silence() {
    long trials =
        panel.series().stream()
            .flatMap(series -> series.points().stream())
            .mapToLong(point -> point.readings().size())
            .sum();
    String text = String.format(Locale.ROOT, "none failed in any of %d trials", trials);
    double x = left + (width() - Type.LABEL.width(text)) / 2;
    pen.text(Type.LABEL, Ink.MUTED, text, x, top + height() / 2);
  }

  private double width() {
    return frame.x().pixels();
  }

  private double height() {
    return frame.y().pixels();
  }

  private double fromTop(double value) {
    return top + height() - frame.height(value);
  }
}
