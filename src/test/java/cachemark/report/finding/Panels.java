// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Delivery;
import cachemark.report.figure.Named;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.report.figure.SeriesKey;
import cachemark.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Invented panels, a series at a time. */
final class Panels {
  private static final double[] SCATTER = {-0.01, 0.01, -0.005, 0.005, 0};

  private final List<Series> series = new ArrayList<>();

  /** Adds a series. */
  Panels add(String id, String label, Point... points) {
    SeriesKey key = new SeriesKey(new Named(id, label), Named.NOTHING, "");
    series.add(new Series(key, label, "", 0, List.of(points)));
    return this;
  }

  /** All that was added, in seconds. */
  Panel over(Axis axis) {
    return new Panel("", Quantity.BATCH_SECONDS, axis, series, List.of());
  }

  /** Five rounds close to {@code value}. */
  static Point five(double x, double value) {
    return rounds(x, DoubleStream.of(SCATTER).map(one -> value * (1 + one)).toArray());
  }

  /** A valid round for every value. */
  static Point rounds(double x, double... values) {
    List<Reading> readings = new ArrayList<>();
    for (double value : values) {
      readings.add(new Reading(readings.size() + 1, value, Verdict.VALID));
    }
    return new Point(x, readings);
  }

  /** The same rounds, of operations that brought something else. */
  static Point delivering(Point point, double hitPercent, double bytes) {
    Delivery delivery = new Delivery(hitPercent, bytes);
    return new Point(
        point.x(),
        point.readings().stream()
            .map(one -> new Reading(one.round(), one.value(), one.verdict(), delivery))
            .toList());
  }

  /** Five rounds that may not be counted. */
  static Point invalid(double x, double value) {
    return new Point(
        x,
        five(x, value).readings().stream()
            .map(one -> new Reading(one.round(), one.value(), Verdict.INVALID))
            .toList());
  }
}
