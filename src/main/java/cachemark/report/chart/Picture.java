// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import com.pngencoder.PngEncoder;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One picture of a figure in the forms in which it is shown. Immutable and thread-safe. */
public final class Picture {
  private static final double PIXELS_PER_POINT = 1.5;

  /** Of zlib's levels: the next ones take half as long again for a sixth less. */
  private static final int COMPRESSION = 3;

  private final String name;
  private final String label;
  private final Painting painter;
  private final String svg;

  Picture(String name, String label, Painting painter) throws IOException {
    this.name = name;
    this.label = label;
    this.painter = painter;
    this.svg = Svg.of(painter);
  }

  /** The name of its files without an ending. */
  public String name() {
    return name;
  }

  /** The picture as an SVG file. */
  public byte[] svg() {
    return svg.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The picture as an element for a page that holds it: an SVG without ids of other pictures, named
   * for those who do not see it, as wide as its place, and in colours that {@link
   * Charts#darkColours} or other declarations of the same properties replace.
   */
  public String element() throws IOException {
    return InlineSvg.of(svg, name, label);
  }

  /** The picture as a PNG file, three pixels to two points; painted anew at every call. */
  public byte[] png() {
    BufferedImage image =
        new BufferedImage(
            pixels(Painting.WIDTH), pixels(painter.height()), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Ink.PAPER); // also where the last row of points fills half a pixel
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
    painter.paint(g);
    g.dispose();
    return new PngEncoder()
        .withBufferedImage(image)
        .withCompressionLevel(COMPRESSION)
        .withMultiThreadedCompressionEnabled(false)
        .toBytes();
  }

  private static int pixels(int points) {
    return (int) Math.ceil(points * PIXELS_PER_POINT);
  }
}
