// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.report.block.Block;
import cachemark.report.catalogue.Floor;
import cachemark.report.catalogue.Measures;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Figure;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Trials;
import cachemark.result.Verdict;
import cachemark.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The trials themselves: the floor, those that no figure shows, and those in doubt. */
final class TrialSections {
  private final List<Block> blocks = new ArrayList<>();
  private final StoredRun run;
  private final List<Figure> figures;

  TrialSections(StoredRun run, List<Figure> figures) {
    this.run = run;
    this.figures = figures;
  }

  /** The section; nothing where there is nothing to say. */
  List<Block> blocks() {
    blocks.clear();
    Map<Cell, List<TrialRecord>> floor = new Floor(run).byCell();
    if (!floor.isEmpty()) {
      blocks.add(new Block.Heading(2, "Floor"));
      blocks.add(
          new Block.Paragraph(
              "What the harness and this machine cost by themselves: the same loop against a map in the"
                  + " heap, and a bare echo over loopback. No store can be faster."));
      cells(floor);
    }
    Map<Cell, List<TrialRecord>> rest = unseen(floor.keySet());
    if (!rest.isEmpty()) {
      blocks.add(new Block.Heading(2, "Measured, but in no figure"));
      cells(rest);
    }
    doubts();
    return List.copyOf(blocks);
  }

  private Map<Cell, List<TrialRecord>> unseen(Set<Cell> floor) {
    Set<Cell> shown =
        figures.stream()
            .flatMap(figure -> figure.trials().stream())
            .map(TrialRecord::cell)
            .collect(Collectors.toSet());
    return Trials.byCell(
        run.mainTrials().stream()
            .filter(trial -> !shown.contains(trial.cell()) && !floor.contains(trial.cell())));
  }

  private void cells(Map<Cell, List<TrialRecord>> cells) {
    List<List<String>> rows = new ArrayList<>();
    cells.forEach((cell, trials) -> rows.add(row(cell, trials)));
    blocks.add(
        new Block.Table("llrrrr", List.of("Cell", "Unit", "Mean", "p50", "p99", "Rounds"), rows));
  }

  private static List<String> row(Cell cell, List<TrialRecord> trials) {
    boolean sampled = cell.mode() == Mode.SAMPLE;
    List<TrialRecord> counted =
        trials.stream().filter(trial -> trial.verdict() != Verdict.INVALID).toList();
    return List.of(
        cell.id(),
        sampled ? "µs" : cell.mode().unit(),
        sampled ? "" : mean(counted, Measures::score),
        sampled ? mean(counted, trial -> Measures.micros(trial, 50)) : "",
        sampled ? mean(counted, trial -> Measures.micros(trial, 99)) : "",
        counted.size() + " of " + trials.size());
  }

  private static String mean(List<TrialRecord> trials, ToDoubleFunction<TrialRecord> measure) {
    double[] values = trials.stream().mapToDouble(measure).filter(Double::isFinite).toArray();
    return Summary.of(values).map(all -> Digits.significant(all.mean())).orElse("none");
  }

  private void doubts() {
    List<List<String>> rows =
        run.trials().stream()
            .filter(trial -> trial.verdict() != Verdict.VALID)
            .map(t -> List.of(t.verdict().name(), t.id(), String.join(" ", t.reasons())))
            .toList();
    blocks.add(new Block.Heading(2, "Trials in doubt"));
    if (rows.isEmpty()) {
      blocks.add(new Block.Paragraph("None: every finished trial is valid."));
    } else {
      blocks.add(new Block.Table("lll", List.of("Verdict", "Trial", "Reasons"), rows));
    }
    if (run.missing() > 0) {
      blocks.add(
          new Block.Paragraph(
              new RunWords(run).state() + ":", "the other " + run.missing() + " have no result."));
    }
  }
}
