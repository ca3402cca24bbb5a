// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws figures as PNG and SVG, in memory. */
public final class Charts {
  private static final int PIXELS_PER_POINT = 2;

  private final List<String> notes;

  /** Charts with the given lines at their feet, after each figure's own. */
  public Charts(List<String> notes) {
    this.notes = List.copyOf(notes);
  }

  /**
   * Draws {@code figure}, and again with a logarithmic axis where one series flattens another.
   *
   * @return the files' contents by name, in the order in which they should be shown
   */
  public Map<String, byte[]> draw(Figure figure) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    draw(figure, figure.id(), false, files);
    if (figure.panels().stream().anyMatch(Charts::needsTwin)) {
      draw(figure, figure.id() + "-log", true, files);
    }
    return files;
  }

  private static boolean needsTwin(Panel panel) {
    return panel.flattens() && !panel.growsByFactors() && !panel.axis().isHorizontal();
  }

  private void draw(Figure figure, String name, boolean logarithmic, Map<String, byte[]> files)
      throws IOException {
    FigurePainter painter = new FigurePainter(figure, notes(figure, logarithmic), logarithmic);
    files.put(name + ".png", png(painter));
    files.put(name + ".svg", Svg.of(painter));
  }

  private List<String> notes(Figure figure, boolean logarithmic) {
    List<String> all = new ArrayList<>();
    all.add(Legend.of(figure, logarithmic));
    all.add(String.join(" · ", figure.conditions()));
    all.addAll(notes);
    return all;
  }

  private static byte[] png(FigurePainter painter) throws IOException {
    BufferedImage image =
        new BufferedImage(
            FigurePainter.WIDTH * PIXELS_PER_POINT,
            painter.height() * PIXELS_PER_POINT,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
    painter.paint(g);
    g.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", bytes)) {
      throw new IOException("this Java cannot write PNG");
    }
    return bytes.toByteArray();
  }
}
