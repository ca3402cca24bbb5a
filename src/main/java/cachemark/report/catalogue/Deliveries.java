// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.report.figure.Delivery;
import cachemark.result.TrialRecord;
import java.util.stream.Stream;

/** What the operations of a fork brought, by its outcomes. */
public final class Deliveries {
  private Deliveries() {}

  /** Nothing is known where outcomes or operations were not counted. */
  public static Delivery of(TrialRecord trial) {
    return trial.outcomes().isEmpty()
        ? Delivery.UNKNOWN
        : new Delivery(100 - Measures.missedPercent(trial), bytesPerOperation(trial));
  }

  /** Where a table is, its rows are what counts: what a cache keeps of them is told by hits. */
  private static double bytesPerOperation(TrialRecord trial) {
    boolean table = !trial.cell().param("cache").isEmpty();
    Stream<String> ends =
        table ? Stream.of("hits", "rowsFound", "rowsInserted") : Stream.of("hits", "stored");
    double done = ends.mapToLong(trial::outcome).sum();
    double operations = Costs.operations(trial);
    return operations > 0
        ? done / operations * Measures.number(trial.cell(), "valueBytes")
        : Double.NaN;
  }
}
