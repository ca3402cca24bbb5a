// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;

/** Colours and strokes of everything that is not data. */
final class Ink {
  static final Color PAPER = Color.WHITE;
  static final Color TEXT = new Color(0x1F1F1F);
  static final Color MUTED = new Color(0x5A5A5A);
  static final Color GRID = new Color(0xE9E9E9);
  static final Color STRIPE = new Color(0xF5F5F5);
  static final Color LEADER = new Color(0xC4C4C4);
  static final Color AXIS = new Color(0x9A9A9A);
  static final BasicStroke HAIRLINE = new BasicStroke(1f);
  static final BasicStroke LEVEL =
      new BasicStroke(
          1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {2f, 3f}, 0f);

  private Ink() {}

  /** {@code color} as it looks through to the paper, but opaque. */
  static Color tint(Color color, double opacity) {
    return mix(color, PAPER, opacity);
  }

  /** {@code over} as it looks through to {@code under}, but opaque. */
  static Color mix(Color over, Color under, double opacity) {
    return new Color(
        mix(over.getRed(), under.getRed(), opacity),
        mix(over.getGreen(), under.getGreen(), opacity),
        mix(over.getBlue(), under.getBlue(), opacity));
  }

  private static int mix(int over, int under, double opacity) {
    return (int) Math.round(under + (over - under) * opacity);
  }

  static Color alpha(Color color, double opacity) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
  }
}
