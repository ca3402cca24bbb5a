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

/** Draws figures as PNG and SVG, in memory: as files, or as elements of a page. */
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
    for (Map.Entry<String, FigurePainter> picture : pictures(figure).entrySet()) {
      files.put(picture.getKey() + ".png", png(picture.getValue()));
      files.put(picture.getKey() + ".svg", Svg.of(picture.getValue()));
    }
    return files;
  }

  /**
   * Draws {@code figure} for a page that holds the drawing itself: SVG elements without ids of
   * other figures, named for those who do not see them, as wide as their place, and in colours that
   * {@link #darkColours} or other declarations of the same properties replace.
   *
   * @return the elements by the names that the files would have, in the order of {@link #draw}
   */
  public Map<String, String> inline(Figure figure) throws IOException {
    Map<String, String> elements = new LinkedHashMap<>();
    for (Map.Entry<String, FigurePainter> picture : pictures(figure).entrySet()) {
      String name = picture.getKey();
      elements.put(name, InlineSvg.of(Svg.of(picture.getValue()), name, label(figure)));
    }
    return elements;
  }

  /**
   * The custom properties of the colours of {@link #inline} with their values for dark paper: CSS
   * declarations, a line each, for a rule such as {@code :root} within a media query. Without them
   * the colours are those for light paper.
   */
  public static String darkColours() {
    return Palette.dark();
  }

  private static String label(Figure figure) {
    String answer = figure.finding().headline();
    return answer.isEmpty() ? figure.heading() : figure.heading() + ": " + answer;
  }

  private Map<String, FigurePainter> pictures(Figure figure) {
    Map<String, FigurePainter> pictures = new LinkedHashMap<>();
    pictures.put(figure.id(), new FigurePainter(figure, notes(figure, false), false));
    if (figure.panels().stream().anyMatch(Charts::needsTwin)) {
      pictures.put(figure.id() + "-log", new FigurePainter(figure, notes(figure, true), true));
    }
    return pictures;
  }

  private static boolean needsTwin(Panel panel) {
    return panel.flattens() && !panel.growsByFactors() && !panel.axis().isHorizontal();
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
