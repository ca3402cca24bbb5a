// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Something painted onto any graphics, the same for every kind of output. */
interface Painting {
  int WIDTH = 960;
  double MARGIN = 30;

  int height();

  void paint(Graphics2D g);

  /** Makes the graphics fit to paint on and lays the ground. */
  static void begin(Graphics2D g, int height) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Ink.PAPER);
    g.fill(new Rectangle2D.Double(0, 0, WIDTH, height));
  }

  /** Writes lines from {@code from} downwards; returns where the next would begin. */
  static double words(Graphics2D g, Type type, Color color, List<String> lines, double from) {
    double y = from;
    g.setFont(type.font());
    g.setColor(color);
    for (String line : lines) {
      g.drawString(line, (float) MARGIN, (float) (y + type.lineHeight() * 0.72));
      y += type.lineHeight();
    }
    return y;
  }

  /** A line that ends with a dot between two notes, and never begins with one. */
  static List<String> wrapped(String note) {
    return Type.SMALL.wrap(note.replace(" · ", "\u00a0· "), WIDTH - 2 * MARGIN);
  }
}
