// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Timeline;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Paints a timeline: a row of bars for each subject, reads above writes, on the same axes. */
final class TimelinePainter implements Painting {
  private static final double GUTTER = 212;
  private static final double KEY = 26;
  private static final double BELOW_LAST = 46;
  private static final double SWATCH = 12;

  private final Timeline timeline;
  private final Headline headline;
  private final List<String> notes = new ArrayList<>();
  private final TimelineScale scale;

  TimelinePainter(Timeline timeline) {
    this.timeline = timeline;
    this.headline = Headline.of(timeline.heading(), timeline.finding(), WIDTH - 2 * MARGIN);
    timeline.notes().forEach(note -> notes.addAll(Painting.wrapped(note)));
    this.scale = TimelineScale.of(timeline, WIDTH - 2 * MARGIN - GUTTER);
  }

  @Override
  public int height() {
    double rows = timeline.rows().stream().mapToDouble(TimelineRow::height).sum();
    return (int) Math.ceil(header() + rows + BELOW_LAST + footer());
  }

  private double header() {
    return MARGIN
        + headline.title().size() * Type.TITLE.lineHeight()
        + headline.subtitle().size() * Type.SUBTITLE.lineHeight()
        + 10
        + KEY;
  }

  private double footer() {
    return notes.size() * Type.SMALL.lineHeight() + 14;
  }

  @Override
  public void paint(Graphics2D g) {
    Painting.begin(g, height());
    double y = Painting.words(g, Type.TITLE, Ink.TEXT, headline.title(), MARGIN) + 4;
    y = Painting.words(g, Type.SUBTITLE, Ink.MUTED, headline.subtitle(), y);
    key(g, y + 10);
    y = header();
    for (Timeline.Row row : timeline.rows()) {
      new TimelineRow(g, row, scale, MARGIN, MARGIN + GUTTER, y).paint();
      y += TimelineRow.height(row);
    }
    axis(g, y);
    Painting.words(g, Type.SMALL, Ink.MUTED, notes, height() - footer());
  }

  private static void key(Graphics2D g, double top) {
    Pen pen = new Pen(g);
    double x = MARGIN + GUTTER;
    for (Fate fate : Fate.values()) {
      g.setColor(fate.color());
      g.fill(new Rectangle2D.Double(x, top, SWATCH, SWATCH));
      x += SWATCH + 7;
      pen.text(Type.LABEL, Ink.TEXT, fate.label(), x, top + SWATCH - 1.5);
      x += Type.LABEL.width(fate.label()) + 22;
    }
  }

  private void axis(Graphics2D g, double top) {
    Pen pen = new Pen(g);
    double left = MARGIN + GUTTER;
    double step = timeline.seconds() > 30 ? 5 : timeline.seconds() > 14 ? 2 : 1;
    for (double at = 0; at <= timeline.seconds() + 1e-9; at += step) {
      double x = left + scale.x(at);
      pen.line(Ink.AXIS, x, top - 12, x, top - 7);
      pen.textAround(Type.TICK, Ink.MUTED, Long.toString(Math.round(at)), x, top + 6);
    }
    double middle = left + scale.x(timeline.seconds()) / 2;
    pen.textAround(
        Type.AXIS_TITLE, Ink.TEXT, "seconds since the first operation", middle, top + 26);
  }
}
