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
import java.util.function.ToDoubleFunction;

/** What the harness and the machine cost by themselves. */
public final class Floor {
  private static final String EXPERIMENT = "floor";
  private static final int MEDIAN = 50;
  private static final int RARE = 99;

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
    return echoMicros(placement, MEDIAN, cachemark.result.Floor::p50Nanos);
  }

  private Optional<Double> echoMicros(
      Placement placement, int percent, ToDoubleFunction<cachemark.result.Floor> probe) {
    return ofTrials(placement, trial -> Measures.micros(trial, percent))
        .or(() -> micros(probed, placement, probe));
  }

  /** The median echo over loopback TCP that was measured when a run or a load began, in µs. */
  public static Optional<Double> micros(List<cachemark.result.Floor> floors, Placement placement) {
    return micros(floors, placement, cachemark.result.Floor::p50Nanos);
  }

  private static Optional<Double> micros(
      List<cachemark.result.Floor> floors,
      Placement placement,
      ToDoubleFunction<cachemark.result.Floor> probe) {
    return cachemark.result.Floor.tcp(floors, placement)
        .map(floor -> probe.applyAsDouble(floor) / NANOS_PER_MICRO);
  }

  /** A median echo as a level to compare with. */
  public static Panel.Reference level(double micros) {
    return level("p" + MEDIAN + " ", micros);
  }

  private static Panel.Reference level(String what, double micros) {
    return new Panel.Reference(
        "loopback echo of this machine,\n" + what + Digits.significant(micros) + " µs", micros);
  }

  /**
   * What {@code lens} shows of an echo over loopback at {@code placement}, with one thread: a level
   * to compare with. Only rows have room for one of their own at every percentile.
   */
  Optional<Panel.Reference> under(Lens lens, Placement placement) {
    return switch (lens.quantity()) {
      case CLIENT_CPU_MICROS ->
          ofTrials(placement, Costs::clientMicros).map(micros -> level("", micros));
      case SERVICE_MICROS -> underTimes(lens, placement);
      default -> Optional.empty();
    };
  }

  private Optional<Panel.Reference> underTimes(Lens lens, Placement placement) {
    if (!lens.title().equals("p" + RARE)) {
      return echoMicros(placement).map(Floor::level);
    }
    return lens.axis().isRows()
        ? echoMicros(placement, RARE, cachemark.result.Floor::p99Nanos)
            .map(micros -> level("p" + RARE + " ", micros))
        : Optional.empty();
  }

  private Optional<Double> ofTrials(Placement placement, ToDoubleFunction<TrialRecord> value) {
    double[] micros =
        trials.stream()
            .filter(trial -> isEcho(trial.cell(), placement) && trial.verdict() != Verdict.INVALID)
            .mapToDouble(value)
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
