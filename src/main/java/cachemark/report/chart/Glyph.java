// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The marks of data, each centred on its point. */
enum Glyph {
  CIRCLE,
  DIAMOND,
  TRIANGLE,
  SQUARE,
  /** What an invalid trial measured. */
  CROSS,
  /** The end of an upright whisker. */
  DASH,
  /** The end of a lying one. */
  STOP;

  private static final float EDGE = 1.6f;

  /** Paints this mark; {@code fill} is of no use to the marks that are only lines. */
  void paint(Graphics2D g, double x, double y, double size, Color edge, Color fill) {
    Shape shape = shape(x, y, size / 2);
    if (this != CROSS && this != DASH && this != STOP) {
      g.setColor(fill);
      g.fill(shape);
    }
    g.setColor(edge);
    g.setStroke(new BasicStroke(EDGE));
    g.draw(shape);
  }

  private Shape shape(double x, double y, double half) {
    return switch (this) {
      case CIRCLE -> new Ellipse2D.Double(x - half, y - half, 2 * half, 2 * half);
      case SQUARE -> new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
      case DIAMOND -> polygon(x, y - half, x + half, y, x, y + half, x - half, y);
      case TRIANGLE -> polygon(x, y - half, x + half, y + half, x - half, y + half);
      case CROSS -> cross(x, y, half);
      case DASH -> line(x - half, y, x + half, y);
      case STOP -> line(x, y - half, x, y + half);
    };
  }

  private static Shape polygon(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }

  private static Shape cross(double x, double y, double half) {
    Path2D path = new Path2D.Double();
    path.append(line(x - half, y - half, x + half, y + half), false);
    path.append(line(x - half, y + half, x + half, y - half), false);
    return path;
  }

  private static Shape line(double fromX, double fromY, double toX, double toY) {
    Path2D path = new Path2D.Double();
    path.moveTo(fromX, fromY);
    path.lineTo(toX, toY);
    return path;
  }
}
