// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

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
 * @param quantity upwards
 * @param axis to the right
 * @param charted whether it is drawn, or only written as a table
 * @param reads what one trial shows
 */
record Lens(
    String title,
    Quantity quantity,
    Axis axis,
    boolean charted,
    Function<TrialRecord, List<Observation>> reads) {

  /** One value at one place. */
  record Observation(double x, double value) {}

  private static final double[] PERCENTS = {50, 90, 99, 99.9};

  static Lens batchOverOperations() {
    return new Lens(
        "", Quantity.BATCH_SECONDS, Axis.OPERATIONS, true, at(Lens::operations, Measures::score));
  }

  static Lens scoreOverThreads(Quantity quantity) {
    return new Lens("", quantity, Axis.THREADS, true, at(Lens::threads, Measures::score));
  }

  static Lens failuresOverThreads() {
    return new Lens(
        "Failed connections per round",
        Quantity.FAILED_CONNECTIONS,
        Axis.THREADS,
        true,
        at(Lens::threads, Measures::failedConnections));
  }

  static Lens throughputByOperation() {
    return new Lens(
        "",
        Quantity.OPERATIONS_PER_SECOND,
        Axis.OPERATION,
        true,
        at(
            trial -> Axis.OPERATION.categories().indexOf(SeriesKey.operation(trial.cell())),
            Measures::score));
  }

  static Lens percentiles() {
    return new Lens("", Quantity.SERVICE_MICROS, Axis.PERCENTILE, true, Lens::everyPercentile);
  }

  static Lens percentileOverThreads(double percent, boolean charted) {
    return new Lens(
        name(percent),
        Quantity.SERVICE_MICROS,
        Axis.THREADS,
        charted,
        at(Lens::threads, trial -> Measures.micros(trial, percent)));
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

  private static double operations(TrialRecord trial) {
    String operations = trial.cell().param("operations");
    return operations.matches("[0-9]{1,15}") ? Double.parseDouble(operations) : Double.NaN;
  }

  private static double threads(TrialRecord trial) {
    return trial.cell().threads();
  }

  private static String name(double percent) {
    return String.format(Locale.ROOT, percent == Math.rint(percent) ? "p%.0f" : "p%.1f", percent);
  }
}
