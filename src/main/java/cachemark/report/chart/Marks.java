// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Reading;
import cachemark.stats.Interval;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * Marks of single values on a plot whose values lie upwards.
 *
 * @param frame of the panel
 * @param plot to put them on
 */
record Marks(Frame frame, Plot plot) {
  static final BasicStroke WHISKER = new BasicStroke(1.4f);

  /** Across a mark of a single round. */
  static final double SMALL = 5;

  private static final double RING = 12;
  private static final double CROSS = 8;

  /** Puts a mark at every reading, each at its own place to the right. */
  void at(double[] xs, List<Reading> readings, Glyph glyph, double size, Color edge, Color fill) {
    if (!readings.isEmpty()) {
      double[] ys =
          readings.stream().mapToDouble(reading -> frame.height(reading.value())).toArray();
      plot.marks(xs, ys, glyph, size, edge, fill);
    }
  }

  /** Puts a mark at every reading, all above one place. */
  void at(double x, List<Reading> readings, Glyph glyph, double size, Color edge, Color fill) {
    at(same(x, readings), readings, glyph, size, edge, fill);
  }

  /** Puts a ring round every reading, which is suspect. */
  void rings(double[] xs, List<Reading> readings, Color edge) {
    at(xs, readings, Glyph.CIRCLE, RING, edge, Ink.alpha(Ink.PAPER, 0));
  }

  /** Puts a ring round every reading, all above one place. */
  void rings(double x, List<Reading> readings, Color edge) {
    rings(same(x, readings), readings, edge);
  }

  /** Puts a cross at every reading, which is invalid. */
  void crosses(double x, List<Reading> readings, Color edge) {
    at(x, readings, Glyph.CROSS, CROSS, edge, Ink.PAPER);
  }

  void whisker(double x, Interval range, Color color) {
    double[] xs = {x, x};
    double[] ys = {frame.height(range.low()), frame.height(range.high())};
    plot.line(xs, ys, color, WHISKER);
    plot.marks(xs, ys, Glyph.DASH, 8, color, color);
  }

  private static double[] same(double x, List<Reading> readings) {
    double[] xs = new double[readings.size()];
    Arrays.fill(xs, x);
    return xs;
  }
}
