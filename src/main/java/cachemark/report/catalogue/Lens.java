// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Quantity;
import cachemark.result.TrialRecord;
import java.util.ArrayList;
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

  private static final String OPERATIONS = "operations";
  private static final double[] PERCENTS = {50, 90, 99, 99.9};

  /** Time of a batch over its size. */
  static Lens batch(Axis axis) {
    return numbers("", Quantity.BATCH_SECONDS, axis, OPERATIONS, Measures::score);
  }

  /** Mean time of an operation over the size of its batch. */
  static Lens microsOverBatch(Axis axis) {
    return numbers("", Quantity.OPERATION_MICROS, axis, OPERATIONS, Measures::microsPerOperation);
  }

  /** Share of reads that the cache did not answer, over the size of the batch. */
  static Lens missesOverBatch(Axis axis) {
    return numbers(
            "Missed reads", Quantity.MISSED_PERCENT, axis, OPERATIONS, Measures::missedPercent)
        .written();
  }

  /** Mean time of an operation over the length of the list it goes to. */
  static Lens microsOverElements() {
    return numbers(
        "", Quantity.OPERATION_MICROS, Axis.ELEMENTS, "elements", Measures::microsPerOperation);
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
    return new Lens(
        "",
        Quantity.OPERATIONS_PER_SECOND,
        Axis.OPERATION,
        "",
        true,
        at(
            trial -> Axis.OPERATION.categories().indexOf(Stores.operation(trial.cell())),
            Measures::score));
  }

  /** Mean time of an operation by command, a row each. */
  static Lens microsByCommand() {
    return new Lens(
        "",
        Quantity.OPERATION_MICROS,
        CommandRows.AXIS,
        CommandRows.PARAMETER,
        true,
        at(CommandRows::of, Measures::microsPerOperation));
  }

  static Lens percentiles() {
    return new Lens("", Quantity.SERVICE_MICROS, Axis.PERCENTILE, "", true, Lens::everyPercentile);
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
    return new Lens(title, quantity, Axis.THREADS, "", true, at(Lens::threads, value));
  }

  private static Lens numbers(
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
        at(trial -> Measures.number(trial.cell(), parameter), value));
  }

  private static Function<TrialRecord, List<Observation>> at(
      ToDoubleFunction<TrialRecord> x, ToDoubleFunction<TrialRecord> value) {
    return trial -> List.of(new Observation(x.applyAsDouble(trial), value.applyAsDouble(trial)));
  }

  private static List<Observation> everyPercentile(TrialRecord trial) {
    List<Observation> all = new ArrayList<>();
    for (int i = 0; i < PERCENTS.length; i++) {
      all.add(new Observation(i, Measures.micros(trial, PERCENTS[i])));
    }
    return all;
  }

  private static double threads(TrialRecord trial) {
    return trial.cell().threads();
  }

  private static String name(double percent) {
    return String.format(Locale.ROOT, percent == Math.rint(percent) ? "p%.0f" : "p%.1f", percent);
  }
}
