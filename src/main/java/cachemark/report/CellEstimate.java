// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.plan.Cell;
import cachemark.report.catalogue.Measures;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import cachemark.stats.Interval;
import cachemark.stats.Summary;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rounds of a cell say together, the invalid ones left out.
 *
 * @param id name of the cell, the same in every run
 * @param cell what was measured
 * @param rounds that entered, suspect ones included
 * @param suspectRounds of those
 * @param unit of every number here
 * @param mean over the rounds; like those below, null where none entered
 * @param lowest of the rounds
 * @param highest of the rounds
 * @param interval of the mean; null with too few rounds for one
 */
public record CellEstimate(
    String id,
    @JsonUnwrapped Cell cell,
    int rounds,
    long suspectRounds,
    String unit,
    @Nullable Double mean,
    @Nullable Double lowest,
    @Nullable Double highest,
    @Nullable Range interval) {
  /** An interval of the mean with its confidence, from 0 to 1. */
  public record Range(double low, double high, double confidence) {
    static Range of(Interval interval) {
      return new Range(interval.low(), interval.high(), Interval.CONFIDENCE);
    }
  }

  /** The estimate of one cell's trials, at least one. */
  static CellEstimate of(List<TrialRecord> trials) {
    List<TrialRecord> counted =
        trials.stream()
            .filter(trial -> trial.verdict() != Verdict.INVALID)
            .filter(trial -> Double.isFinite(Measures.score(trial)))
            .toList();
    long suspect = counted.stream().filter(trial -> trial.verdict() == Verdict.SUSPECT).count();
    // In order, so that a mean does not depend on the order of execution.
    Summary summary =
        Summary.of(counted.stream().mapToDouble(Measures::score).sorted().toArray()).orElse(null);
    Cell cell = trials.get(0).cell();
    return new CellEstimate(
        cell.id(),
        cell,
        counted.size(),
        suspect,
        cell.mode().unit(),
        summary == null ? null : summary.mean(),
        summary == null ? null : summary.lowest(),
        summary == null ? null : summary.highest(),
        summary == null ? null : summary.interval().map(Range::of).orElse(null));
  }
}
