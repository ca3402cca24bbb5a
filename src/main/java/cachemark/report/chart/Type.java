// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The fonts, and how wide text is in them; the same for every kind of output. */
enum Type {
  TITLE(Font.BOLD, 17.5f),
  SUBTITLE(Font.PLAIN, 12.5f),
  AXIS_TITLE(Font.PLAIN, 12.5f),
  PANEL_TITLE(Font.BOLD, 12.5f),
  TICK(Font.PLAIN, 11.5f),
  LABEL(Font.PLAIN, 12.5f),
  SMALL(Font.PLAIN, 10.5f);

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final double LEADING = 1.38;
  private static final double SHRINK = 0.97;

  private final float points;

  @SuppressWarnings("ImmutableEnumChecker") // a font has no way to be changed
  private final Font font;

  Type(int style, float points) {
    this.points = points;
    this.font = sans(style).deriveFont(points);
  }

  /** By its own name where it is there: what a general name means is looked up in every use. */
  private static Font sans(int style) {
    Font named = new Font("DejaVu Sans", style, 1);
    return named.getFamily(Locale.ROOT).equals(named.getName())
        ? named
        : new Font(Font.SANS_SERIF, style, 1);
  }

  Font font() {
    return font;
  }

  double width(String text) {
    return font().getStringBounds(text, CONTEXT).getWidth();
  }

  /** The distance from one baseline to the next. */
  double lineHeight() {
    return points * LEADING;
  }

  /** How far below its centre a line's baseline lies. */
  double baseline() {
    return points * 0.36;
  }

  /** {@code text} in as few lines as fit {@code width}, of about one length. */
  List<String> balance(String text, double width) {
    List<String> lines = wrap(text, width);
    double narrower = width * SHRINK;
    while (lines.size() > 1 && wrap(text, narrower).size() == lines.size()) {
      lines = wrap(text, narrower);
      narrower *= SHRINK;
    }
    return lines;
  }

  /** {@code text} in lines no wider than {@code width}, broken at spaces. */
  List<String> wrap(String text, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && width(line + " " + word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }
}
