// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Series;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Paints a whole figure, words and panels, onto any graphics: the same picture for PNG and SVG. */
final class FigurePainter implements Painting {
  private static final double TICKS = 58;
  private static final double ABOVE_PANEL = 34;
  private static final double BELOW_LAST = 62;
  private static final double BETWEEN = 20;

  private final Figure figure;
  private final List<String> notes;
  private final boolean logarithmic;
  private final Headline headline;
  private final Key key;

  FigurePainter(Figure figure, List<String> runNotes, boolean logarithmic) {
    this.figure = figure;
    this.logarithmic = logarithmic;
    this.headline = Headline.of(figure, WIDTH - 2 * MARGIN);
    this.key = new Key(keyed(figure), WIDTH - 2 * MARGIN - TICKS, logarithmic);
    this.notes = new ArrayList<>();
    for (String note : runNotes) {
      notes.addAll(Painting.wrapped(note));
    }
  }

  private static List<Series> keyed(Figure figure) {
    Panel first = figure.panels().get(0);
    boolean bars = first.axis().isCategorical() && !first.axis().isHorizontal();
    return bars ? first.series() : List.of();
  }

  @Override
  public int height() {
    double panels = 0;
    for (Panel panel : figure.panels()) {
      panels += above(panel) + panelHeight(panel) + below(panel);
    }
    Panel last = figure.panels().get(figure.panels().size() - 1);
    return (int) Math.ceil(header() + panels - below(last) + BELOW_LAST + footer());
  }

  private double header() {
    return MARGIN
        + headline.title().size() * Type.TITLE.lineHeight()
        + headline.subtitle().size() * Type.SUBTITLE.lineHeight()
        + 14
        + key.height();
  }

  private double footer() {
    return notes.size() * Type.SMALL.lineHeight() + 14;
  }

  @Override
  public void paint(Graphics2D g) {
    Painting.begin(g, height());
    double y = Painting.words(g, Type.TITLE, Ink.TEXT, headline.title(), MARGIN) + 4;
    y = Painting.words(g, Type.SUBTITLE, Ink.MUTED, headline.subtitle(), y);
    key.paint(g, MARGIN + TICKS, y + 9);
    panels(g);
    Painting.words(g, Type.SMALL, Ink.MUTED, notes, height() - footer());
  }

  private void panels(Graphics2D g) {
    double left = MARGIN + TICKS;
    double width = Math.floor(WIDTH - MARGIN - left - labelWidth());
    double y = header();
    for (int i = 0; i < figure.panels().size(); i++) {
      Panel panel = figure.panels().get(i);
      boolean lowest = i == figure.panels().size() - 1;
      double top = y + above(panel);
      if (panel.axis().isRows()) {
        new RowsPainter(g, panel, MARGIN, top, WIDTH - 2 * MARGIN).paint();
      } else if (panel.axis().isBox()) {
        new BoxesPainter(g, panel, MARGIN, top, WIDTH - 2 * MARGIN).paint();
      } else {
        panelTitle(g, panel, frame(panel, width), left, y + ABOVE_PANEL - 14);
        new PanelPainter(g, panel, frame(panel, width), left, top).paint(lowest);
      }
      y = top + panelHeight(panel) + below(panel);
    }
  }

  /** What happened has a line of its own between title and plot. */
  private static double above(Panel panel) {
    boolean told = panel.events().stream().anyMatch(event -> !event.label().isEmpty());
    return ABOVE_PANEL + (told ? Type.SMALL.lineHeight() : 0);
  }

  /** Values that lie to the right have a scale of their own below each panel. */
  private static double below(Panel panel) {
    return panel.axis().isHorizontal() ? BELOW_LAST : BETWEEN;
  }

  private static void panelTitle(Graphics2D g, Panel panel, Frame frame, double left, double y) {
    double x = left;
    g.setColor(Ink.TEXT);
    if (!panel.title().isEmpty()) {
      g.setFont(Type.PANEL_TITLE.font());
      g.drawString(panel.title(), (float) x, (float) y);
      x += Type.PANEL_TITLE.width(panel.title()) + 12;
    }
    if (!panel.quantity().isCount()) {
      g.setFont(Type.AXIS_TITLE.font());
      String scale = frame.y().logarithmic() ? " (log scale)" : "";
      g.drawString(panel.quantity().axisTitle() + scale, (float) x, (float) y);
    }
  }

  private Frame frame(Panel panel, double width) {
    boolean byFactors = panel.growsByFactors() || (logarithmic && panel.flattens());
    return Frame.of(panel, width, panelHeight(panel), byFactors);
  }

  private double labelWidth() {
    return figure.panels().stream()
        .mapToDouble(panel -> new EndLabels(panel, frame(panel, 100)).width())
        .max()
        .orElse(0);
  }

  private double panelHeight(Panel panel) {
    if (panel.axis().isRows()) {
      return new Rows(panel).height();
    }
    if (panel.axis().isBox()) {
      return BoxesPainter.height(panel);
    }
    if (panel.quantity().isCount()) {
      return 90;
    }
    return figure.panels().stream().filter(one -> !one.quantity().isCount()).count() > 1
        ? 220
        : 320;
  }
}
