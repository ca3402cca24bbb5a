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
import java.util.function.ToDoubleFunction;

/** What the harness and the machine cost by themselves. */
public final class Floor {
  private static final String EXPERIMENT = "floor";
  private static final int MEDIAN = 50;
  private static final int RARE = 99;

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
   * What {@code lens} shows of an echo over loopback at {@code placement}, with one thread: a level
   * to compare with. Only rows have room for one of their own at every percentile.
   */
  Optional<Panel.Reference> under(Lens lens, Placement placement) {
    boolean rare = lens.title().equals("p99");
    return switch (lens.quantity()) {
      case CLIENT_CPU_MICROS -> echo(placement, "", Costs::clientMicros);
      case SERVICE_MICROS ->
          rare && !lens.axis().isRows() ? Optional.empty() : echo(placement, rare ? RARE : MEDIAN);
      default -> Optional.empty();
    };
  }

  private Optional<Panel.Reference> echo(Placement placement, int percent) {
    return echo(placement, "p" + percent + " ", trial -> Measures.micros(trial, percent));
  }

  private Optional<Panel.Reference> echo(
      Placement placement, String what, ToDoubleFunction<TrialRecord> value) {
    double[] micros =
        trials.stream()
            .filter(trial -> isEcho(trial.cell(), placement) && trial.verdict() != Verdict.INVALID)
            .mapToDouble(value)
            .filter(Double::isFinite)
            .toArray();
    return Summary.of(micros)
        .map(
            summary ->
                new Panel.Reference(
                    "loopback echo of this machine,\n"
                        + what
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
