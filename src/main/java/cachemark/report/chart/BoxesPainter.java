// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Series;
import java.awt.Graphics2D;

/** Paints a panel of boxes: names at the left, boxes in the middle, their medians at the right. */
final class BoxesPainter {
  private static final double TO_NAME = 18;
  private static final double TO_PLOT = 20;
  private static final double COLUMN = 76;
  private static final int MEDIAN = Axis.BOX.categories().indexOf("p50");

  private final Graphics2D g;
  private final Pen pen;
  private final Panel panel;
  private final Frame frame;
  private final double left;
  private final double top;
  private final double plotLeft;

  BoxesPainter(Graphics2D g, Panel panel, double left, double top, double width) {
    this.g = g;
    this.pen = new Pen(g);
    this.panel = panel;
    this.left = left;
    this.top = top;
    this.plotLeft = Math.floor(left + TO_NAME + names() + TO_PLOT);
    double plotWidth = Math.floor(left + width - COLUMN - plotLeft);
    double height = height(panel);
    this.frame =
        new Frame(
            new Scale(0, height, height, false),
            Frame.values(panel, plotWidth, panel.growsByFactors()));
  }

  static double height(Panel panel) {
    return panel.series().size() * BoxPlotter.ROW;
  }

  private double names() {
    return panel.series().stream()
        .mapToDouble(one -> Math.max(Type.LABEL.width(one.name()), Type.SMALL.width(one.meaning())))
        .max()
        .orElse(0);
  }

  void paint() {
    double bottom = top + height(panel);
    new ValueScale(pen, panel, frame, plotLeft).paint(top, bottom);
    Plot plot = new Plot((int) frame.y().pixels(), (int) height(panel));
    new BoxPlotter(panel, frame, plot).plot();
    plot.paint(g, plotLeft, top);
    pen.textBefore(Type.SMALL, Ink.MUTED, "median, µs", right(), top - 10);
    for (int row = 0; row < panel.series().size(); row++) {
      row(panel.series().get(row), top + BoxPlotter.middle(row));
    }
  }

  private double right() {
    return plotLeft + frame.y().pixels() + COLUMN;
  }

  private void row(Series series, double middle) {
    Look look = Look.of(series);
    look.glyph().paint(g, left + 5, middle, look.glyphSize(), look.color(), look.fill());
    boolean explained = !series.meaning().isEmpty();
    double first = middle + Type.LABEL.baseline() - (explained ? 6 : 0);
    pen.text(Type.LABEL, Ink.TEXT, series.name(), left + TO_NAME, first);
    if (explained) {
      pen.text(Type.SMALL, Ink.MUTED, series.meaning(), left + TO_NAME, first + 14);
    }
    if (series.points().isEmpty()) {
      double y = middle + Type.TICK.baseline();
      pen.text(Type.TICK, Ink.MUTED, "too few samples", plotLeft + TO_PLOT, y);
    }
    String median = series.at(MEDIAN).flatMap(panel::middle).map(Digits::significant).orElse("–");
    pen.textBefore(Type.TICK, Ink.TEXT, median, right(), middle + Type.TICK.baseline());
  }
}
