// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * One pair of axes and what is on it.
 *
 * @param title empty where the figure's own says enough
 * @param quantity upwards
 * @param axis to the right
 * @param series at least one
 * @param references levels to compare with
 * @param events places at which something happened
 */
public record Panel(
    String title,
    Quantity quantity,
    Axis axis,
    List<Series> series,
    List<Reference> references,
    List<Event> events) {
  private static final double FLATTENED = 12;
  private static final double SPREAD = 8;

  /**
   * A level that was measured elsewhere in the run.
   *
   * @param label what it is, in a line or two; empty where the axis tells
   * @param value in the unit of the panel's quantity
   */
  public record Reference(String label, double value) {}

  /**
   * Something that happened.
   *
   * @param label what, in a word or two; may be empty
   * @param x where
   */
  public record Event(String label, double x) {}

  public Panel {
    series = List.copyOf(series);
    references = List.copyOf(references);
    events = List.copyOf(events);
  }

  /** One on which nothing happened. */
  public Panel(
      String title, Quantity quantity, Axis axis, List<Series> series, List<Reference> references) {
    this(title, quantity, axis, series, references, List.of());
  }

  /** Every x at which some series has a point, ascending. */
  public double[] xs() {
    return series.stream()
        .flatMap(one -> one.points().stream())
        .mapToDouble(Point::x)
        .distinct()
        .sorted()
        .toArray();
  }

  /**
   * This panel with a place for every series at each of {@code places}, be there a value or not.
   */
  public Panel over(double[] places) {
    return new Panel(
        title,
        quantity,
        axis,
        series.stream().map(one -> one.over(places)).toList(),
        references,
        events);
  }

  /** Every x that a table lists, ascending. */
  public double[] listed() {
    return Arrays.stream(xs()).filter(axis::lists).toArray();
  }

  /** What the rounds of a point come to: their mean, or of sampled times their median. */
  public Optional<Double> middle(Point point) {
    return point.summary().map(all -> axis.isOfSamples() ? all.median() : all.mean());
  }

  /** Whether one series is so much larger that another lies flat on the axis. */
  public boolean flattens() {
    double[] tops = series.stream().mapToDouble(one -> means(one).max().orElse(0)).toArray();
    double highest = DoubleStream.of(tops).max().orElse(0);
    double lowest = DoubleStream.of(tops).filter(top -> top > 0).min().orElse(highest);
    boolean positive = series.stream().flatMapToDouble(Panel::means).allMatch(mean -> mean > 0);
    return positive && !quantity.isCount() && highest > FLATTENED * lowest;
  }

  /**
   * Whether this is only ever drawn by factors: a curve whose steepness is the point, a tail, times
   * under load, a ratio, or rows of marks that lie far apart.
   */
  public boolean growsByFactors() {
    double[] means = series.stream().flatMapToDouble(Panel::means).sorted().toArray();
    if (means.length == 0 || means[0] <= 0) {
      return false;
    }
    return axis.isOfSizes()
        || axis.isTail()
        || axis.isOfLoad()
        || (axis.isOfMoments() && isOfTimes())
        || quantity == Quantity.SPEED
        || (axis.isHorizontal() && means[means.length - 1] > SPREAD * means[0]);
  }

  private boolean isOfTimes() {
    return quantity == Quantity.RESPONSE_MICROS || quantity == Quantity.SERVICE_MICROS;
  }

  /** Whether this counts something that never happened. */
  public boolean isQuiet() {
    return quantity.isCount()
        && series.stream()
            .flatMap(one -> one.points().stream())
            .flatMap(point -> point.readings().stream())
            .allMatch(reading -> reading.value() == 0);
  }

  private static DoubleStream means(Series one) {
    return one.points().stream()
        .flatMap(point -> point.summary().stream())
        .mapToDouble(summary -> summary.mean());
  }
}
