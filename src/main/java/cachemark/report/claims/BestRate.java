// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.plan.Cell;
import cachemark.report.catalogue.Measures;
import cachemark.result.TrialRecord;
import cachemark.stats.Summary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operations per second of the cell that does most of them.
 *
 * @param slice of cells that are measured by their throughput
 */
record BestRate(Slice slice) implements Measurand {

  /** How fast one cell is. */
  private record Rate(Cell cell, Summary summary) {}

  @Override
  public List<Amount> in(List<TrialRecord> trials) {
    Map<Cell, List<TrialRecord>> cells =
        slice.of(trials).stream()
            .collect(
                Collectors.groupingBy(TrialRecord::cell, LinkedHashMap::new, Collectors.toList()));
    return cells.entrySet().stream()
        .flatMap(cell -> rate(cell.getKey(), cell.getValue()))
        .max(Comparator.comparingDouble(rate -> rate.summary().mean()))
        .map(best -> Amount.ofRate(name(best.cell()), best.summary()))
        .stream()
        .toList();
  }

  private static Stream<Rate> rate(Cell cell, List<TrialRecord> trials) {
    double[] scores =
        trials.stream().mapToDouble(Measures::score).filter(Double::isFinite).toArray();
    return Summary.of(scores).stream().map(summary -> new Rate(cell, summary));
  }

  private static String name(Cell cell) {
    return cell.method() + " by " + cell.threads() + (cell.threads() == 1 ? " thread" : " threads");
  }
}
