// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/**
 * Words and hairlines.
 *
 * @param g to draw on
 */
record Pen(Graphics2D g) {

  /** Writes from {@code x} to the right, on a baseline at {@code y}. */
  void text(Type type, Color color, String text, double x, double y) {
    g.setFont(type.font());
    g.setColor(color);
    g.drawString(text, (float) x, (float) y);
  }

  /** Writes so that the text ends at {@code x}. */
  void textBefore(Type type, Color color, String text, double x, double y) {
    text(type, color, text, x - type.width(text), y);
  }

  /** Writes with the middle of the text at {@code x}. */
  void textAround(Type type, Color color, String text, double x, double y) {
    text(type, color, text, x - type.width(text) / 2, y);
  }

  void line(Color color, double fromX, double fromY, double toX, double toY) {
    g.setColor(color);
    g.setStroke(Ink.HAIRLINE);
    g.draw(new Line2D.Double(fromX, fromY, toX, toY));
  }
}
