// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Timeline;
import cachemark.report.figure.Timeline.Bar;
import cachemark.report.figure.Timeline.Mark;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Paints a subject of a timeline: its name, its bars of reads and of writes, and what happened. */
final class TimelineRow {
  private static final double LABELS = 2 * 13;
  private static final double READS = 46;
  private static final double BETWEEN = 3;
  private static final double WRITES = 20;
  private static final double BELOW = 12;
  private static final double LINE = 14;
  private static final BasicStroke AWAY = new BasicStroke(1.6f);
  private static final BasicStroke BACK = dashed(5f, 3f);
  private static final BasicStroke OWN = dashed(1.5f, 2.5f);

  private final Graphics2D g;
  private final Pen pen;
  private final Timeline.Row row;
  private final TimelineScale scale;
  private final double left;
  private final double plotLeft;
  private final double top;

  TimelineRow(
      Graphics2D g,
      Timeline.Row row,
      TimelineScale scale,
      double left,
      double plotLeft,
      double top) {
    this.g = g;
    this.pen = new Pen(g);
    this.row = row;
    this.scale = scale;
    this.left = left;
    this.plotLeft = plotLeft;
    this.top = top;
  }

  private static BasicStroke dashed(float on, float off) {
    return new BasicStroke(
        1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {on, off}, 0f);
  }

  static double height(Timeline.Row row) {
    double words = 16 + row.words().size() * LINE;
    return LABELS + Math.max(words, READS + BETWEEN + WRITES) + BELOW;
  }

  void paint() {
    double reads = top + LABELS;
    double writes = reads + READS + BETWEEN;
    ground(reads, READS);
    ground(writes, WRITES);
    bars(row.reads(), scale.mostReads(), reads, READS);
    bars(row.writes(), scale.mostWrites(), writes, WRITES);
    words(reads);
    pen.textBefore(Type.SMALL, Ink.MUTED, "reads", plotLeft - 6, reads + READS - 3);
    pen.textBefore(Type.SMALL, Ink.MUTED, "writes", plotLeft - 6, writes + WRITES - 3);
    marks(writes + WRITES);
  }

  private void ground(double y, double height) {
    g.setColor(Ink.STRIPE);
    g.fill(new Rectangle2D.Double(plotLeft, y, scale.pixels(), height));
    pen.line(Ink.AXIS, plotLeft, y + height, plotLeft + scale.pixels(), y + height);
  }

  private void words(double y) {
    pen.text(Type.PANEL_TITLE, Ink.TEXT, row.label(), left, y + 9);
    double line = y + 9;
    for (String words : row.words()) {
      line += LINE;
      pen.text(Type.SMALL, Ink.MUTED, words, left, line);
    }
  }

  /** One shape for each fate, for a picture of thousands would be large. */
  private void bars(List<Bar> bars, double most, double y, double height) {
    double[] feet = new double[bars.size()];
    for (Fate fate : Fate.values()) {
      Path2D shape = new Path2D.Double();
      for (int i = 0; i < bars.size(); i++) {
        double tall = Math.min(height - feet[i], height * fate.count(bars.get(i)) / most);
        double x = plotLeft + scale.x(i * scale.barSeconds());
        double right = plotLeft + scale.x((i + 1) * scale.barSeconds());
        if (tall > 0 && right > x) {
          shape.append(
              new Rectangle2D.Double(x, y + height - feet[i] - tall, right - x, tall), false);
          feet[i] += tall;
        }
      }
      if (shape.getCurrentPoint() != null) {
        g.setColor(fate.color());
        g.fill(shape);
      }
    }
  }

  /** What was done to servers has its words before what the subject did by itself. */
  private void marks(double bottom) {
    row.marks().forEach(mark -> line(mark, bottom));
    List<List<Line2D>> taken = List.of(new ArrayList<>(), new ArrayList<>());
    row.marks().stream()
        .sorted(Comparator.comparing(mark -> mark.kind() == Mark.Kind.OWN))
        .forEach(mark -> label(mark, taken));
  }

  private void line(Mark mark, double bottom) {
    double x = plotLeft + scale.x(mark.atSeconds());
    g.setColor(mark.kind() == Mark.Kind.OWN ? Ink.MUTED : Ink.TEXT);
    g.setStroke(
        switch (mark.kind()) {
          case AWAY -> AWAY;
          case BACK -> BACK;
          case OWN -> OWN;
        });
    g.draw(new Line2D.Double(x, top + LABELS - 2, x, bottom));
  }

  /** In the lower of two lines, else in the upper; where both are taken the mark has to do. */
  private void label(Mark mark, List<List<Line2D>> taken) {
    double width = Type.SMALL.width(mark.words());
    double x = plotLeft + scale.x(mark.atSeconds());
    double start = Math.max(plotLeft, Math.min(x - 2, plotLeft + scale.pixels() - width));
    double end = start + width + 6;
    for (int line = 0; line < taken.size(); line++) {
      if (taken.get(line).stream().allMatch(one -> one.getX2() < start || one.getX1() > end)) {
        pen.text(Type.SMALL, Ink.TEXT, mark.words(), start, top + LABELS - 5 - line * 12);
        taken.get(line).add(new Line2D.Double(start, 0, end, 0));
        return;
      }
    }
  }
}
