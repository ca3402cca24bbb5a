// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.plan.Arm;
import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.report.block.Block;
import cachemark.report.catalogue.Measures;
import cachemark.report.figure.Digits;
import cachemark.result.Iteration;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Trials;
import cachemark.result.Verdict;
import cachemark.stats.Ratio;
import cachemark.stats.Steadiness;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far the numbers can be believed: what differs from itself, and which forks were steady. */
final class TrustSection {
  private final List<Block> blocks = new ArrayList<>();
  private final List<TrialRecord> counted;

  TrustSection(StoredRun run) {
    this.counted =
        run.trials().stream().filter(trial -> trial.verdict() != Verdict.INVALID).toList();
  }

  /** The section; nothing where there is nothing to say. */
  List<Block> blocks() {
    blocks.clear();
    if (counted.isEmpty()) {
      return List.of();
    }
    List<List<String>> pairs = pairs();
    List<List<String>> restless = restless();
    blocks.add(new Block.Heading(2, "How far to trust it"));
    if (!pairs.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              "The same cell, measured twice in every round. What it differs by from itself, nobody can"
                  + " tell apart on this machine."));
      blocks.add(
          new Block.Table("lrr", List.of("Cell", "Ratio to itself", "95 % interval"), pairs));
    }
    blocks.add(
        new Block.Paragraph(
            "Forks by how steady their iterations were, warm-up included: "
                + counts(counted)
                + "."));
    if (!restless.isEmpty()) {
      blocks.add(
          Block.Table.folded(
              restless.size() + " cells with forks that were not steady",
              List.of("Cell", "Forks"),
              restless));
    }
    return List.copyOf(blocks);
  }

  /** The ratio of every cell that was measured twice. */
  private List<List<String>> pairs() {
    Map<Cell, Map<Integer, TrialRecord>> again = byRound(Arm.AGAIN);
    Map<Cell, Map<Integer, TrialRecord>> once = byRound(Arm.MAIN);
    List<List<String>> rows = new ArrayList<>();
    again.forEach(
        (cell, trials) -> {
          Map<Integer, TrialRecord> firsts = once.getOrDefault(cell, Map.of());
          double[] logs =
              trials.values().stream()
                  .mapToDouble(second -> log(firsts.get(second.round()), second))
                  .filter(Double::isFinite)
                  .toArray();
          Ratio.ofLogs(logs).ifPresent(ratio -> rows.add(row(cell, ratio)));
        });
    return rows;
  }

  /** The logarithm of the ratio of both; NaN where one is missing or says nothing. */
  private static double log(@Nullable TrialRecord first, TrialRecord second) {
    return first == null ? Double.NaN : Math.log(Measures.score(first) / Measures.score(second));
  }

  private static List<String> row(Cell cell, Ratio ratio) {
    return List.of(
        cell.id(),
        Digits.factor(ratio.value()),
        ratio
            .interval()
            .map(i -> Digits.factor(i.low()) + " to " + Digits.factor(i.high()))
            .orElse("too few rounds"));
  }

  private Map<Cell, Map<Integer, TrialRecord>> byRound(Arm arm) {
    Map<Cell, Map<Integer, TrialRecord>> cells = new LinkedHashMap<>();
    Trials.byCell(counted.stream().filter(trial -> trial.arm() == arm))
        .forEach((cell, trials) -> cells.put(cell, byRound(trials)));
    return cells;
  }

  private static Map<Integer, TrialRecord> byRound(List<TrialRecord> trials) {
    return trials.stream()
        .collect(
            Collectors.toMap(TrialRecord::round, t -> t, (first, more) -> first, TreeMap::new));
  }

  /** How many trials are of each class. */
  private static String counts(List<TrialRecord> trials) {
    Map<Steadiness, Long> classes =
        trials.stream()
            .collect(
                Collectors.groupingBy(
                    TrustSection::steadiness,
                    () -> new EnumMap<>(Steadiness.class),
                    Collectors.counting()));
    return classes.entrySet().stream()
        .map(entry -> entry.getValue() + " " + word(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** The cells with forks that still changed, and how many of them. */
  private List<List<String>> restless() {
    Map<String, List<TrialRecord>> cells =
        counted.stream()
            .filter(trial -> isRestless(steadiness(trial)))
            .collect(
                Collectors.groupingBy(
                    trial -> trial.cell().id(), TreeMap::new, Collectors.toList()));
    return cells.entrySet().stream()
        .map(cell -> List.of(cell.getKey(), counts(cell.getValue())))
        .toList();
  }

  private static boolean isRestless(Steadiness steadiness) {
    return steadiness != Steadiness.FLAT && steadiness != Steadiness.UNKNOWN;
  }

  private static String word(Steadiness steadiness) {
    return steadiness == Steadiness.UNKNOWN
        ? "with too few iterations to say"
        : steadiness.name().toLowerCase(Locale.ROOT);
  }

  /** The class of a fork, by the scores of all of its iterations. */
  static Steadiness steadiness(TrialRecord trial) {
    return Steadiness.of(
        scores(trial, true), scores(trial, false), trial.cell().mode() == Mode.THROUGHPUT);
  }

  private static double[] scores(TrialRecord trial, boolean warmup) {
    return trial.iterations().stream()
        .filter(iteration -> iteration.warmup() == warmup)
        .mapToDouble(Iteration::score)
        .toArray();
  }
}
