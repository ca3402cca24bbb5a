// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Quantity;
import cachemark.result.TrialRecord;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One way to look at trials: what is read off each of them, and where it goes.
 *
 * @param title of the panel; empty where the figure's own says enough
 * @param quantity what is read
 * @param axis where it goes
 * @param parameter that the axis shows; empty where it shows none
 * @param charted whether it is drawn, or only written as a table
 * @param reads what one trial shows
 */
record Lens(
    String title,
    Quantity quantity,
    Axis axis,
    String parameter,
    boolean charted,
    Function<TrialRecord, List<Observation>> reads) {

  /** One value at one place. */
  record Observation(double x, double value) {}

  static final String VALUE_BYTES = "valueBytes";

  private static final String OPERATIONS = "operations";

  /** Time of a batch over its size. */
  static Lens batch(Axis axis) {
    return single("", Quantity.BATCH_SECONDS, axis, OPERATIONS, Measures::score);
  }

  /** Mean time of an operation over the size of its batch. */
  static Lens microsOverBatch(Axis axis) {
    return single("", Quantity.OPERATION_MICROS, axis, OPERATIONS, Measures::microsPerOperation);
  }

  /** Share of reads that the cache did not answer, over the size of the batch. */
  static Lens missesOverBatch(Axis axis) {
    return single(
            "Missed reads", Quantity.MISSED_PERCENT, axis, OPERATIONS, Measures::missedPercent)
        .written();
  }

  /** Mean time of an operation over the length of the list it goes to. */
  static Lens microsOverElements() {
    return single(
        "", Quantity.OPERATION_MICROS, Axis.ELEMENTS, "elements", Measures::microsPerOperation);
  }

  /** Operations per second over the size of the values. */
  static Lens throughputOverBytes() {
    return single(
        "", Quantity.OPERATIONS_PER_SECOND, Axis.VALUE_BYTES, VALUE_BYTES, Measures::score);
  }

  /** A percentile of the sampled times over the size of the values. */
  static Lens percentileOverBytes(double percent) {
    return single(
        name(percent),
        Quantity.SERVICE_MICROS,
        Axis.VALUE_BYTES,
        VALUE_BYTES,
        trial -> Measures.micros(trial, percent));
  }

  static Lens scoreOverThreads(Quantity quantity) {
    return overThreads("", quantity, Measures::score);
  }

  /** Operations per second of all threads together in a batch. */
  static Lens rateOverThreads() {
    return overThreads("", Quantity.OPERATIONS_PER_SECOND, Measures::batchPerSecond);
  }

  static Lens failuresOverThreads() {
    return overThreads(
        "Failed connections per round", Quantity.FAILED_CONNECTIONS, Measures::failedConnections);
  }

  static Lens percentileOverThreads(double percent) {
    return overThreads(
        name(percent), Quantity.SERVICE_MICROS, trial -> Measures.micros(trial, percent));
  }

  /** A score by the operation that is measured. */
  static Lens throughputByOperation() {
    return single("", Quantity.OPERATIONS_PER_SECOND, Axis.OPERATION, "", Measures::score);
  }

  /** Mean time of an operation by command, a row each. */
  static Lens microsByCommand() {
    return single(
        "",
        Quantity.OPERATION_MICROS,
        CommandRows.AXIS,
        CommandRows.PARAMETER,
        Measures::microsPerOperation);
  }

  /** The usual percentiles, as far as a fork's samples support them. */
  static Lens percentiles() {
    return new Lens("", Quantity.SERVICE_MICROS, Axis.PERCENTILE, "", true, SampledTimes::bars);
  }

  /** The sampled times from their median to the rarest that a fork's samples support. */
  static Lens tail() {
    return new Lens("", Quantity.SERVICE_MICROS, Axis.TAIL, "", true, SampledTimes::tail);
  }

  /** The middle of the sampled times, and most of them. */
  static Lens box() {
    return new Lens("", Quantity.SERVICE_MICROS, Axis.BOX, "", true, SampledTimes::box);
  }

  /** This lens, as a table only. */
  Lens written() {
    return new Lens(title, quantity, axis, parameter, false, reads);
  }

  private static Lens overThreads(
      String title, Quantity quantity, ToDoubleFunction<TrialRecord> value) {
    return single(title, quantity, Axis.THREADS, "", value);
  }

  /** A lens through which a trial shows one value, at the place of its cell. */
  static Lens single(
      String title,
      Quantity quantity,
      Axis axis,
      String parameter,
      ToDoubleFunction<TrialRecord> value) {
    return new Lens(
        title,
        quantity,
        axis,
        parameter,
        true,
        trial ->
            List.of(
                new Observation(place(axis, parameter, trial.cell()), value.applyAsDouble(trial))));
  }

  /** Where a cell has its one place on the axis; NaN where it has several or none. */
  double place(Cell cell) {
    return place(axis, parameter, cell);
  }

  private static double place(Axis axis, String parameter, Cell cell) {
    if (axis.equals(Axis.THREADS)) {
      return cell.threads();
    }
    if (axis.equals(Axis.OPERATION)) {
      return axis.categories().indexOf(Stores.operation(cell));
    }
    return switch (parameter) {
      case CommandRows.PARAMETER -> CommandRows.of(cell);
      case Libraries.CLIENT -> Libraries.row(cell);
      case Paths.PATH -> Paths.row(cell);
      default -> Measures.number(cell, parameter);
    };
  }

  private static String name(double percent) {
    return String.format(Locale.ROOT, percent == Math.rint(percent) ? "p%.0f" : "p%.1f", percent);
  }
}
