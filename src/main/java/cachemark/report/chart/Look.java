// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Series;
import java.awt.BasicStroke;
import java.awt.Color;

/**
 * How a series looks: colour, mark, width and dash tell it apart, each by itself, so that it stays
 * readable without colour, and where two lines lie on each other.
 *
 * @param color of Okabe and Ito's palette
 * @param glyph of its means
 * @param glyphSize across
 * @param hollow whether the mark is open and the line dashed
 * @param line between the means
 * @param barOpacity of its bars
 */
record Look(
    Color color,
    Glyph glyph,
    double glyphSize,
    boolean hollow,
    BasicStroke line,
    double barOpacity) {
  private static final double MOST_IN_BOX = 0.5;
  private static final Color BLUE = new Color(0x0072B2);
  private static final Color VERMILLION = new Color(0xD55E00);
  private static final Color GREEN = new Color(0x009E73);
  private static final Color PURPLE = new Color(0xCC79A7);

  static Look of(Series series) {
    return of(series.key().subject().id(), series.variation() % 2 == 1);
  }

  /** The look of a subject by its id; of its second variation where it is hollow. */
  static Look of(String subject, boolean hollow) {
    return switch (subject) {
      case "MEMCACHED" -> look(BLUE, Glyph.CIRCLE, 10, hollow, 3.4f, 0.92);
      case "REDIS" -> look(VERMILLION, Glyph.DIAMOND, 8.5, hollow, 1.8f, 0.5);
      case "NONE" -> look(Ink.TEXT, Glyph.SQUARE, 8, hollow, 2.4f, 0.12);
      case "MEMORY" -> look(GREEN, Glyph.TRIANGLE, 8, hollow, 1.8f, 0.3);
      default -> look(PURPLE, Glyph.SQUARE, 8, hollow, 1.8f, 0.3);
    };
  }

  private static Look look(
      Color color, Glyph glyph, double size, boolean hollow, float width, double opacity) {
    BasicStroke line =
        hollow
            ? new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {8f, 5f}, 0f)
            : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    return new Look(color, glyph, size, hollow, line, hollow ? opacity / 3 : opacity);
  }

  /** Opacity of its boxes, in which a line has to be seen. */
  double boxOpacity() {
    return Math.min(barOpacity, MOST_IN_BOX);
  }

  Color fill() {
    return hollow ? Ink.PAPER : color;
  }
}
