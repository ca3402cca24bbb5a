// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Panel;
import cachemark.result.TrialRecord;
import cachemark.result.Trials;
import cachemark.result.Verdict;
import cachemark.stats.Summary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the harness and the machine cost by themselves. */
public final class Floor {
  private static final String EXPERIMENT = "floor";
  private static final double MEDIAN = 50;

  private final List<TrialRecord> trials;

  public Floor(List<TrialRecord> trials) {
    this.trials = trials.stream().filter(trial -> isFloor(trial.cell())).toList();
  }

  static boolean isFloor(Cell cell) {
    return cell.experiment().equals(EXPERIMENT);
  }

  /** All trials of the floor by cell, in the order of the cells' names. */
  public Map<Cell, List<TrialRecord>> byCell() {
    return Trials.byCell(trials.stream());
  }

  /**
   * The median echo over loopback at {@code placement}, with one thread: a level to compare with.
   */
  Optional<Panel.Reference> echo(Placement placement) {
    double[] micros =
        trials.stream()
            .filter(trial -> isEcho(trial.cell(), placement) && trial.verdict() != Verdict.INVALID)
            .mapToDouble(trial -> Measures.micros(trial, MEDIAN))
            .filter(Double::isFinite)
            .toArray();
    return Summary.of(micros)
        .map(
            summary ->
                new Panel.Reference(
                    "loopback echo of this machine,\np50 "
                        + Digits.significant(summary.mean())
                        + " µs",
                    summary.mean()));
  }

  private static boolean isEcho(Cell cell, Placement placement) {
    return cell.method().equals("echo")
        && cell.mode() == Mode.SAMPLE
        && cell.threads() == 1
        && cell.placement() == placement;
  }
}
