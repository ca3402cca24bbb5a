// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A figure as SVG. */
final class Svg {
  /** DejaVu Sans and Verdana are equally wide, so words keep their places where one is missing. */
  static final String FAMILY = "font-family:'DejaVu Sans',Verdana,sans-serif;";

  private Svg() {}

  static String of(Painting painter) throws IOException {
    VectorGraphics2D g = new VectorGraphics2D();
    painter.paint(g);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PageSize size = new PageSize(Painting.WIDTH, painter.height());
    new SVGProcessor().getDocument(g.getCommands(), size).writeTo(bytes);
    return portable(bytes.toString(StandardCharsets.UTF_8));
  }

  /**
   * The same drawing, fit for machines without this one's fonts and for parsers without a network.
   * The library leaves out a font size of 12, which is not what browsers take for granted.
   */
  private static String portable(String svg) {
    return svg.replaceFirst("<!DOCTYPE[^>]*>\\s*", "")
        .replaceAll("font-family:(&quot;.*?&quot;|[^;&\"]*);", FAMILY)
        .replaceFirst("<svg ", "<svg font-size=\"12px\" ");
  }
}
