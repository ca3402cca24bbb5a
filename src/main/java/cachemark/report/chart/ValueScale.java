// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Panel;

/**
 * The scale below a plot on which values lie to the right.
 *
 * @param pen to draw with
 * @param panel on the plot
 * @param frame of it
 * @param left edge of the plot
 */
record ValueScale(Pen pen, Panel panel, Frame frame, double left) {
  private static final double BETWEEN = 8;

  /** Paints grid, ticks and title of a plot from {@code top} to {@code bottom}. */
  void paint(double top, double bottom) {
    double free = Double.NEGATIVE_INFINITY;
    for (double tick : frame.y().ticks(false)) {
      double x = left + frame.height(tick);
      String text = frame.y().label(tick, false);
      double half = Type.TICK.width(text) / 2;
      pen.line(tick == 0 ? Ink.AXIS : Ink.GRID, x, top, x, bottom);
      if (x - half > free) {
        pen.textAround(Type.TICK, Ink.MUTED, text, x, bottom + 20);
        free = x + half + BETWEEN;
      }
    }
    panel.references().forEach(level -> level(level, top, bottom));
    pen.line(Ink.AXIS, left, bottom, left + frame.y().pixels(), bottom);
    String title = panel.quantity().axisTitle() + (frame.y().logarithmic() ? " (log scale)" : "");
    double middle = left + frame.y().pixels() / 2;
    pen.textAround(Type.AXIS_TITLE, Ink.TEXT, title, middle, bottom + 43);
  }

  /** A level's words stand above its line, and never beyond the plot. */
  private void level(Panel.Reference level, double top, double bottom) {
    double x = left + frame.height(level.value());
    pen.line(Ink.MUTED, x, top - 4, x, bottom);
    String words = level.label().replace("\n", " ");
    double latest = left + frame.y().pixels() - Type.SMALL.width(words);
    pen.text(Type.SMALL, Ink.MUTED, words, Math.min(x, latest), top - 10);
  }
}
