// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Series;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The names of bars, which have no line ends to stand at: a swatch each, in rows. */
final class Key {
  private static final double ROW = 22;
  private static final double TO_NAME = 21;
  private static final double BETWEEN = 26;

  private final List<List<Series>> rows = new ArrayList<>();
  private final boolean marks;

  /** The key of {@code all} in rows of at most {@code width}, with marks in place of bars. */
  Key(List<Series> all, double width, boolean marks) {
    this.marks = marks;
    double free = 0;
    for (Series series : all) {
      if (rows.isEmpty() || width(series) > free) {
        rows.add(new ArrayList<>());
        free = width;
      }
      rows.get(rows.size() - 1).add(series);
      free -= width(series) + BETWEEN;
    }
  }

  private static double width(Series series) {
    return TO_NAME + Type.LABEL.width(series.fullName());
  }

  double height() {
    return rows.size() * ROW;
  }

  void paint(Graphics2D g, double left, double top) {
    double middle = top + ROW / 2;
    for (List<Series> row : rows) {
      double x = left;
      for (Series series : row) {
        entry(g, series, x, middle);
        x += width(series) + BETWEEN;
      }
      middle += ROW;
    }
  }

  private void entry(Graphics2D g, Series series, double x, double middle) {
    Look look = Look.of(series);
    if (marks) {
      look.glyph().paint(g, x + 7, middle, look.glyphSize(), look.color(), look.fill());
    } else {
      swatch(g, look, x, middle);
    }
    g.setFont(Type.LABEL.font());
    g.setColor(Ink.TEXT);
    g.drawString(
        series.fullName(), (float) (x + TO_NAME), (float) (middle + Type.LABEL.baseline()));
  }

  private static void swatch(Graphics2D g, Look look, double x, double middle) {
    Rectangle2D box = new Rectangle2D.Double(x, middle - 6, 14, 12);
    g.setColor(Ink.tint(look.color(), look.barOpacity()));
    g.fill(box);
    g.setColor(look.color());
    g.setStroke(Ink.HAIRLINE);
    g.draw(box);
  }
}
