// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Panel;
import cachemark.result.StoredRun;
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

  private static final double NANOS_PER_MICRO = 1e3;

  private final List<TrialRecord> trials;
  private final List<cachemark.result.Floor> probed;

  public Floor(StoredRun run) {
    this.trials = run.mainTrials().stream().filter(trial -> isFloor(trial.cell())).toList();
    this.probed = run.head().floors();
  }

  static boolean isFloor(Cell cell) {
    return cell.experiment().equals(EXPERIMENT);
  }

  /** All trials of the floor by cell, in the order of the cells' names. */
  public Map<Cell, List<TrialRecord>> byCell() {
    return Trials.byCell(trials.stream());
  }

  /**
   * The median echo over loopback TCP at {@code placement}, with one thread, in µs: what sampled
   * times are compared with. That of the run's trials, or where it has none what was measured when
   * it began.
   */
  public Optional<Double> echoMicros(Placement placement) {
    return ofTrials(placement).or(() -> micros(probed, placement));
  }

  /** The median echo over loopback TCP that was measured when a run or a load began, in µs. */
  public static Optional<Double> micros(List<cachemark.result.Floor> floors, Placement placement) {
    return cachemark.result.Floor.tcp(floors, placement)
        .map(floor -> floor.p50Nanos() / NANOS_PER_MICRO);
  }

  /** A median echo as a level to compare with. */
  public static Panel.Reference level(double micros) {
    return new Panel.Reference(
        "loopback echo of this machine,\np50 " + Digits.significant(micros) + " µs", micros);
  }

  private Optional<Double> ofTrials(Placement placement) {
    double[] micros =
        trials.stream()
            .filter(trial -> isEcho(trial.cell(), placement) && trial.verdict() != Verdict.INVALID)
            .mapToDouble(trial -> Measures.micros(trial, MEDIAN))
            .filter(Double::isFinite)
            .toArray();
    return Summary.of(micros).map(Summary::mean);
  }

  private static boolean isEcho(Cell cell, Placement placement) {
    return cell.method().equals("echo")
        && cell.mode() == Mode.SAMPLE
        && cell.threads() == 1
        && cell.placement() == placement;
  }
}
