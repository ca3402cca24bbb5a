// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Digits;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.stats.Interval;
import cachemark.stats.Summary;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Paints one panel: frame, grid and words here, the data through a {@link Plot}. */
final class PanelPainter {
  private static final double TO_LABEL = 28;

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
    Plot plot = new Plot((int) width(), (int) height());
    SeriesPlotter plotter = new SeriesPlotter(panel, frame, plot);
    plotter.plot();
    plot.paint(g, left, top);
    if (panel.axis().isCategorical()) {
      values(plotter);
      gaps();
    }
    if (panel.isQuiet()) {
      silence();
    }
    Label.apart(labels(panel, frame), height() + 8).forEach(this::label);
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
      String text = xText(x);
      double half = Type.TICK.width(text) / 2;
      if (!panel.axis().isCategorical()) {
        pen.line(Ink.AXIS, at, top + height(), at, top + height() + 5);
      }
      if (lowest && at - half > free) {
        pen.text(Type.TICK, Ink.MUTED, text, at - half, top + height() + 20);
        free = at + half + 6;
      }
    }
    if (lowest) {
      String title = panel.axis().title() + (frame.x().logarithmic() ? " (log scale)" : "");
      double middle = left + (width() - Type.AXIS_TITLE.width(title)) / 2;
      pen.text(Type.AXIS_TITLE, Ink.TEXT, title, middle, top + height() + 43);
    }
  }

  private double[] xTicks() {
    if (panel.axis().isCategorical()) {
      return IntStream.range(0, panel.axis().categories().size()).asDoubleStream().toArray();
    }
    DoubleStream origin = frame.x().logarithmic() ? DoubleStream.empty() : DoubleStream.of(0);
    return DoubleStream.concat(origin, DoubleStream.of(panel.xs())).toArray();
  }

  private String xText(double x) {
    return panel.axis().isCategorical() ? panel.axis().categories().get((int) x) : Digits.whole(x);
  }

  private void levels() {
    for (Panel.Reference level : panel.references()) {
      double y = fromTop(level.value());
      g.setColor(Ink.MUTED);
      g.setStroke(Ink.LEVEL);
      g.draw(new Line2D.Double(left, y, left + width(), y));
    }
  }

  /** Every mean of a bar above everything that is drawn on it. */
  private void values(SeriesPlotter plotter) {
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
    double highest =
        point.readings().stream().mapToDouble(Reading::value).max().orElse(summary.highest());
    highest = Math.max(highest, summary.interval().map(Interval::high).orElse(highest));
    String text = Digits.significant(summary.mean());
    double y = top + height() - frame.height(highest) - 10;
    Type type = Type.TICK.width(text) < room ? Type.TICK : Type.SMALL;
    if (type.width(text) < room + 4) {
      pen.text(type, Ink.TEXT, text, left + x - type.width(text) / 2, y);
    }
  }

  /** The words at the right of a panel, not yet moved apart. */
  static List<Label> labels(Panel panel, Frame frame) {
    List<Label> labels = new ArrayList<>();
    for (Panel.Reference level : panel.references()) {
      labels.add(
          new Label(
              frame.y().pixels() - frame.height(level.value()),
              Arrays.asList(level.label().split("\n", -1)),
              Optional.empty()));
    }
    if (!panel.axis().isCategorical() && !panel.isQuiet()) {
      panel
          .series()
          .forEach(
              series -> last(series).ifPresent(mean -> labels.add(label(series, frame, mean))));
    }
    return labels;
  }

  /** A category without a point is named as such: empty ground could pass for zero. */
  private void gaps() {
    double[] measured = panel.xs();
    for (double x : xTicks()) {
      if (Arrays.stream(measured).noneMatch(one -> one == x)) {
        double middle = left + frame.x().at(x);
        String text = "not measured";
        pen.text(
            Type.TICK, Ink.MUTED, text, middle - Type.TICK.width(text) / 2, top + height() - 10);
      }
    }
  }

  private static Label label(Series series, Frame frame, double mean) {
    return new Label(
        frame.y().pixels() - frame.height(mean),
        series.meaning().isEmpty()
            ? List.of(series.name())
            : List.of(series.name(), series.meaning()),
        Optional.of(Look.of(series)));
  }

  private static Optional<Double> last(Series series) {
    return series.points().stream()
        .flatMap(point -> point.summary().stream())
        .map(Summary::mean)
        .reduce((first, second) -> second);
  }

  private void label(Label label) {
    double x = left + width() + TO_LABEL;
    double y = top + label.middle();
    if (label.look().isPresent() && Math.abs(label.middle() - label.wanted()) > 3) {
      double end = left + frame.x().at(lastX()) + 25;
      pen.line(Ink.LEADER, Math.max(x - 40, Math.min(end, x - 12)), top + label.wanted(), x - 3, y);
    }
    label.look().ifPresent(look -> glyph(look, x + 5, y));
    double textX = label.look().isPresent() ? x + 16 : x - 8;
    double lineTop = y - label.height() / 2;
    for (int i = 0; i < label.lines().size(); i++) {
      Type type = label.type(i);
      double baseline = lineTop + type.lineHeight() / 2 + type.baseline();
      pen.text(
          type,
          i == 0 && label.look().isPresent() ? Ink.TEXT : Ink.MUTED,
          label.lines().get(i),
          textX,
          baseline);
      lineTop += type.lineHeight();
    }
  }

  private double lastX() {
    double[] xs = panel.xs();
    return xs[xs.length - 1];
  }

  private void glyph(Look look, double x, double y) {
    look.glyph().paint(g, x, y, look.glyphSize(), look.color(), look.fill());
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
