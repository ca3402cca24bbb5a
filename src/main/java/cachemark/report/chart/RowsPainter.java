// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Digits;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Series;
import cachemark.stats.Summary;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;

/** Paints a panel of rows: names at the left, marks in the middle, means in a column per series. */
final class RowsPainter {
  private static final double TO_PLOT = 12;
  private static final double INDENT = 12;
  private static final double BESIDE_COLUMN = 22;
  private static final double NARROWEST_COLUMN = 58;
  private static final double TO_HEADER = 18;

  private final Graphics2D g;
  private final Pen pen;
  private final Panel panel;
  private final Rows rows;
  private final Frame frame;
  private final double left;
  private final double plotLeft;
  private final double width;
  private final double top;

  RowsPainter(Graphics2D g, Panel panel, double left, double top, double width) {
    this.g = g;
    this.pen = new Pen(g);
    this.panel = panel;
    this.rows = new Rows(panel);
    this.left = left;
    this.plotLeft = left + names();
    this.top = top;
    this.width = width;
    double columns = panel.series().stream().mapToDouble(RowsPainter::column).sum();
    double plotWidth = Math.floor(width - names() - columns);
    this.frame =
        new Frame(
            new Scale(0, rows.height(), rows.height(), false),
            Frame.values(panel, plotWidth, panel.growsByFactors()));
  }

  private double names() {
    double widest =
        rows.middles().keySet().stream()
            .mapToDouble(row -> Type.TICK.width(panel.axis().categories().get(row)))
            .max()
            .orElse(0);
    return INDENT + widest + TO_PLOT;
  }

  private static double column(Series series) {
    return BESIDE_COLUMN + Math.max(NARROWEST_COLUMN, TO_HEADER + header(series));
  }

  private static double header(Series series) {
    return Math.max(Type.LABEL.width(subject(series)), Type.SMALL.width(client(series)));
  }

  void paint() {
    stripes();
    new ValueScale(pen, panel, frame, plotLeft).paint(top, top + rows.height());
    words();
    Plot plot = new Plot((int) frame.y().pixels(), (int) rows.height());
    new RowsPlotter(panel, frame, plot).plot(rows.middles());
    plot.paint(g, plotLeft, top);
    columns();
  }

  /** Every other row has a ground, to lead the eye from its name to its numbers. */
  private void stripes() {
    boolean striped = true;
    for (double middle : rows.middles().values()) {
      if (striped) {
        double y = top + middle - Rows.HEIGHT / 2;
        g.setColor(Ink.STRIPE);
        g.fill(new Rectangle2D.Double(left, y, width, Rows.HEIGHT));
      }
      striped = !striped;
    }
  }

  private void words() {
    rows.headers()
        .forEach(
            (group, middle) ->
                pen.text(
                    Type.PANEL_TITLE,
                    Ink.TEXT,
                    group,
                    left,
                    top + middle + Type.PANEL_TITLE.baseline()));
    rows.middles()
        .forEach(
            (row, middle) -> {
              String name = panel.axis().categories().get(row);
              double y = top + middle;
              pen.text(Type.TICK, Ink.TEXT, name, left + INDENT, y + Type.TICK.baseline());
            });
  }

  private void columns() {
    double right = plotLeft + frame.y().pixels();
    for (Series series : panel.series()) {
      right += column(series);
      header(series, right);
      for (Map.Entry<Integer, Double> row : rows.middles().entrySet()) {
        String mean = series.at(row.getKey()).map(RowsPainter::mean).orElse("–");
        double y = top + row.getValue() + Type.TICK.baseline();
        pen.textBefore(Type.TICK, mean.equals("–") ? Ink.MUTED : Ink.TEXT, mean, right, y);
      }
    }
  }

  private void header(Series series, double right) {
    Look look = Look.of(series);
    double y = top - 18;
    double start = right - Type.LABEL.width(subject(series));
    look.glyph().paint(g, start - 11, y, look.glyphSize(), look.color(), look.fill());
    pen.text(Type.LABEL, Ink.TEXT, subject(series), start, y + Type.LABEL.baseline());
    y += 15;
    pen.textBefore(Type.SMALL, Ink.MUTED, client(series), right, y + Type.SMALL.baseline());
  }

  private static String subject(Series series) {
    return series.key().subject().label();
  }

  private static String client(Series series) {
    return series.key().client().label();
  }

  private static String mean(Point point) {
    return point.summary().map(Summary::mean).map(Digits::significant).orElse("none");
  }
}
