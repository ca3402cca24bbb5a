// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Series;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words at the right of a panel: series at the ends of their lines, and levels. */
final class EndLabels {
  private static final double TO_LABEL = 28;
  private static final double EARLY = 25;

  private final Panel panel;
  private final Frame frame;

  EndLabels(Panel panel, Frame frame) {
    this.panel = panel;
    this.frame = frame;
  }

  /** How far they reach to the right of the plot, in pixels. */
  double width() {
    return all().stream()
        .mapToDouble(label -> label.width() + (label.look().isPresent() ? 46 : 22))
        .max()
        .orElse(0);
  }

  /** Paints them beside a plot whose upper left corner is given. */
  void paint(Graphics2D g, double left, double top) {
    for (Label label : Label.apart(all(), frame.y().pixels() + 8)) {
      paint(g, label, left, top);
    }
  }

  /** Not yet moved apart. */
  private List<Label> all() {
    List<Label> labels = new ArrayList<>();
    panel.references().stream()
        .filter(level -> !level.label().isEmpty())
        .forEach(level -> labels.add(label(level)));
    if (!panel.axis().isCategorical() && !panel.isQuiet()) {
      panel
          .series()
          .forEach(series -> last(series).ifPresent(point -> labels.add(label(series, point))));
    }
    return labels;
  }

  private Label label(Panel.Reference level) {
    return new Label(
        frame.x().pixels(),
        frame.y().pixels() - frame.height(level.value()),
        Arrays.asList(level.label().split("\n", -1)),
        Optional.empty());
  }

  private Label label(Series series, Point last) {
    // A curve that ends early is led to its name; other lines end about where they all do.
    double end = panel.axis().isTail() ? last.x() : lastX();
    return new Label(
        frame.x().at(end),
        frame.y().pixels() - frame.height(panel.middle(last).orElseThrow()),
        series.meaning().isEmpty()
            ? List.of(series.name())
            : List.of(series.name(), series.meaning()),
        Optional.of(Look.of(series)));
  }

  private static Optional<Point> last(Series series) {
    return series.points().stream()
        .filter(point -> point.summary().isPresent())
        .reduce((first, second) -> second);
  }

  private void paint(Graphics2D g, Label label, double left, double top) {
    Pen pen = new Pen(g);
    double x = left + frame.x().pixels() + TO_LABEL;
    double y = top + label.middle();
    boolean tail = panel.axis().isTail();
    boolean early = tail && frame.x().pixels() - label.end() > EARLY;
    if (label.look().isPresent() && (early || Math.abs(label.middle() - label.wanted()) > 3)) {
      double end = left + label.end() + (tail ? 8 : 25);
      double from = tail ? end : Math.max(x - 40, Math.min(end, x - 12));
      pen.line(Ink.LEADER, from, top + label.wanted(), x - 3, y);
    }
    label.look().ifPresent(look -> glyph(g, look, x + 5, y));
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

  private static void glyph(Graphics2D g, Look look, double x, double y) {
    look.glyph().paint(g, x, y, look.glyphSize(), look.color(), look.fill());
  }
}
