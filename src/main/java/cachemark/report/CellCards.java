// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.plan.Cell;
import cachemark.plan.Effort;
import cachemark.plan.Mode;
import cachemark.plan.PlanException;
import cachemark.plan.Timing;
import cachemark.report.catalogue.Measures;
import cachemark.report.figure.Digits;
import cachemark.report.html.CellCard;
import cachemark.result.RunRecord;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Trials;
import cachemark.result.Verdict;
import cachemark.stats.Interval;
import cachemark.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every cell of a run in full. */
final class CellCards {
  private final StoredRun run;
  private final Map<Cell, Effort> efforts;

  CellCards(StoredRun run) {
    this.run = run;
    this.efforts = efforts(run.head());
  }

  /** Nothing where this version cannot make the plan's cells. */
  private static Map<Cell, Effort> efforts(RunRecord head) {
    try {
      return head.plan().cells(head.machine().cores());
    } catch (PlanException e) {
      return Map.of();
    }
  }

  List<CellCard> cards() {
    Map<Cell, List<TrialRecord>> cells = Trials.byCell(run.mainTrials().stream());
    return List.copyOf(cells.entrySet()).parallelStream()
        .map(cell -> card(cell.getKey(), cell.getValue()))
        .toList();
  }

  private CellCard card(Cell cell, List<TrialRecord> trials) {
    Optional<Summary> summary =
        Summary.of(
            trials.stream()
                .filter(trial -> trial.verdict() != Verdict.INVALID)
                .mapToDouble(CellCards::value)
                .filter(Double::isFinite)
                .toArray());
    Sparklines lines = new Sparklines(trials);
    Effort effort = efforts.get(cell);
    Timing timing = effort == null ? null : effort.timing();
    return new CellCard(
        CellLabel.of(cell),
        summary.map(all -> Digits.significant(all.mean()) + " " + unit(cell)).orElse("no value"),
        summary.map(CellCards::interval).orElse(""),
        marks(trials),
        trials.stream().map(CellCards::round).collect(Collectors.joining(" · ")),
        lines.timelines(),
        lines.warmUp(),
        lines.histogram(),
        lines.spread(),
        counters(trials),
        JmhWords.of(cell, timing, run.head().plan().rounds()),
        CellTraits.of(cell));
  }

  /** The median of sampled times in microseconds; the score of anything else. */
  private static double value(TrialRecord trial) {
    return trial.cell().mode() == Mode.SAMPLE ? Measures.micros(trial, 50) : Measures.score(trial);
  }

  private static String unit(Cell cell) {
    return cell.mode() == Mode.SAMPLE ? "µs (p50)" : cell.mode().unit();
  }

  private static String interval(Summary summary) {
    return summary
        .interval()
        .map(CellCards::range)
        .orElse(summary.rounds() + (summary.rounds() == 1 ? " round" : " rounds"));
  }

  private static String range(Interval interval) {
    return Digits.significant(interval.low()) + " to " + Digits.significant(interval.high());
  }

  private static String marks(List<TrialRecord> trials) {
    List<String> marks = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.SUSPECT, Verdict.INVALID)) {
      long count = trials.stream().filter(trial -> trial.verdict() == verdict).count();
      if (count > 0) {
        marks.add(count + " " + verdict.name().toLowerCase(Locale.ROOT));
      }
    }
    return String.join(", ", marks);
  }

  private static String round(TrialRecord trial) {
    double value = value(trial);
    String text =
        trial.round() + ": " + (Double.isFinite(value) ? Digits.significant(value) : "no value");
    return trial.verdict() == Verdict.VALID
        ? text
        : text
            + " ("
            + trial.verdict().name().toLowerCase(Locale.ROOT)
            + ": "
            + String.join(" ", trial.reasons())
            + ")";
  }

  /** What was counted in all rounds together; what never happened is left out. */
  private static String counters(List<TrialRecord> trials) {
    Map<String, Long> sums = new TreeMap<>();
    for (TrialRecord trial : trials) {
      trial.outcomes().forEach((name, count) -> sums.merge("outcome " + name, count, Long::sum));
      trial.server().forEach((name, count) -> sums.merge(name, count, Long::sum));
    }
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue() != 0)
        .map(sum -> sum.getKey() + " " + Digits.whole(sum.getValue()))
        .collect(Collectors.joining(" · "));
  }
}
