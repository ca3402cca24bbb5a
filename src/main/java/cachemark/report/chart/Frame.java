// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Rarity;
import cachemark.report.figure.Reading;
import cachemark.result.Verdict;
import cachemark.stats.Summary;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Both scales of a panel.
 *
 * @param x to the right
 * @param y upwards
 */
record Frame(Scale x, Scale y) {
  /** An invalid value may lengthen the axis by this factor; beyond that it is drawn at the edge. */
  private static final double ROOM_FOR_INVALID = 1.4;

  private static final double GEOMETRIC_FROM = 12;
  private static final double BESIDE_TAIL = 1.12;
  private static final double NEAR = 2.5;

  static Frame of(Panel panel, double width, double height, boolean logarithmic) {
    return new Frame(xScale(panel, width), values(panel, height, logarithmic));
  }

  private static Scale xScale(Panel panel, double width) {
    Axis axis = panel.axis();
    if (axis.isCategorical()) {
      return new Scale(-0.5, axis.categories().size() - 0.5, width, false);
    }
    double[] xs = panel.xs();
    if (axis.isTail()) {
      return tail(xs, width);
    }
    if (xs.length == 0) {
      return new Scale(0, 1, width, false);
    }
    double lowest = xs[0];
    double highest = xs[xs.length - 1];
    if (xs.length == 1) {
      return new Scale(0, 2 * Math.max(1, highest), width, false);
    }
    return axis.isGeometric() && lowest > 0 && highest >= GEOMETRIC_FROM * lowest
        ? new Scale(lowest / 1.35, highest * 1.12, width, true)
        : new Scale(0, highest * 1.04, width, false);
  }

  /** From the median to the rarest, or to the label beyond it where that is near. */
  private static Scale tail(double[] rarities, double width) {
    double rarest = Arrays.stream(rarities).max().orElse(Rarity.LABELLED.get(1));
    double highest =
        Rarity.LABELLED.stream()
            .filter(label -> label >= rarest && label <= NEAR * rarest)
            .findFirst()
            .orElse(rarest);
    return new Scale(Rarity.LABELLED.get(0) / BESIDE_TAIL, highest * BESIDE_TAIL, width, true);
  }

  /**
   * The scale of what the panel's quantity says, which runs upwards but where rows or boxes lie.
   */
  static Scale values(Panel panel, double pixels, boolean logarithmic) {
    double highest = Math.max(counted(panel).max().orElse(0), 0);
    double invalid = invalid(panel).max().orElse(0);
    double top =
        highest > 0 ? Math.max(highest, Math.min(invalid, ROOM_FOR_INVALID * highest)) : invalid;
    double lowest = lowest(panel);
    if (panel.quantity() == Quantity.SPEED && lowest > 0) {
      return Scale.ratios(lowest, top, pixels);
    }
    return logarithmic && lowest > 0
        ? Scale.factors(lowest, top, pixels)
        : Scale.fromZero(top * pixels / (pixels - headroom(panel)), pixels);
  }

  /** The lowest value above zero; an interval reaches at most half as low as any round did. */
  private static double lowest(Panel panel) {
    double reading = readings(panel).filter(value -> value > 0).min().orElse(0);
    DoubleStream measured = counted(panel).filter(value -> value >= reading / 2);
    return DoubleStream.concat(measured, levels(panel)).filter(value -> value > 0).min().orElse(0);
  }

  /** Pixels above the highest value: for marks, and for the numbers over bars. */
  private static double headroom(Panel panel) {
    return panel.axis().isCategorical() ? 34 : 12;
  }

  private static DoubleStream counted(Panel panel) {
    DoubleStream intervals =
        points(panel)
            .filter(point -> !panel.axis().isOfSamples())
            .flatMap(point -> point.summary().flatMap(Summary::interval).stream())
            .flatMapToDouble(range -> DoubleStream.of(range.low(), range.high()));
    return Stream.of(readings(panel), known(panel), intervals, levels(panel))
        .flatMapToDouble(values -> values);
  }

  /** The means that have no readings. */
  private static DoubleStream known(Panel panel) {
    return points(panel).flatMap(point -> point.known().stream()).mapToDouble(Summary::mean);
  }

  private static DoubleStream levels(Panel panel) {
    return panel.references().stream().mapToDouble(Panel.Reference::value);
  }

  private static DoubleStream readings(Panel panel) {
    return points(panel)
        .flatMapToDouble(point -> point.counted().stream().mapToDouble(Reading::value));
  }

  private static DoubleStream invalid(Panel panel) {
    return points(panel)
        .flatMapToDouble(point -> point.of(Verdict.INVALID).stream().mapToDouble(Reading::value));
  }

  private static Stream<Point> points(Panel panel) {
    return panel.series().stream().flatMap(series -> series.points().stream());
  }

  /** Where a value lies above the x axis, at most at the upper edge and at least at the lower. */
  double height(double value) {
    double pixels = value <= 0 && y.logarithmic() ? 0 : y.at(value);
    return Math.max(0, Math.min(y.pixels(), pixels));
  }

  /** The smallest distance between two neighbours in pixels. */
  double gap(Panel panel) {
    double[] at = Arrays.stream(panel.xs()).map(x::at).toArray();
    double gap = x.pixels();
    for (int i = 1; i < at.length; i++) {
      gap = Math.min(gap, at[i] - at[i - 1]);
    }
    return gap;
  }
}
