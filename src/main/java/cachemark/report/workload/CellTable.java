// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.block.Block;
import cachemark.report.figure.Digits;
import cachemark.result.Verdict;
import cachemark.result.load.LoadTimes;
import cachemark.result.workload.WorkloadLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All loads of a group in tables: what they came to, how long requests took by the way they went,
 * and what casts doubt on them.
 *
 * @param group of loads
 * @param floorMicros the median echo of the machine, where it was measured
 */
record CellTable(Group group, Optional<Double> floorMicros) {
  /** The ways that requests go, as stored, in order. */
  private static final List<String> WAYS = List.of("hit", "miss", "read", "update");

  /** What a load is called in a table beside its cache. */
  static String name(Group group, LoadRounds cell) {
    String label = group.label(cell);
    return label.isEmpty() ? group.id() : label;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(3, "Every load"));
    blocks.add(loads());
    blocks.add(ways());
    List<List<String>> doubts = doubts();
    if (!doubts.isEmpty()) {
      blocks.add(
          Block.Table.folded(
              "What casts doubt on loads of " + group.id(),
              List.of("Load", "Cache", "Why", "Rounds"),
              doubts));
    }
    return blocks;
  }

  private Block loads() {
    List<String> header =
        new ArrayList<>(
            List.of(
                "Load",
                "Cache",
                "Requests/s answered",
                "Hit ratio, %",
                "p50, µs",
                "p99, µs",
                "Queries/s",
                "Failed"));
    floorMicros.ifPresent(
        micros -> header.add("p50 × floor of " + Digits.significant(micros) + " µs"));
    header.add("Rounds");
    List<List<String>> rows = group.cells().stream().map(this::row).toList();
    return new Block.Table("ll" + "r".repeat(header.size() - 3) + "l", header, rows);
  }

  private List<String> row(LoadRounds cell) {
    List<String> row = new ArrayList<>();
    row.add(name(group, cell));
    row.add(cell.words(Trait.STORE));
    row.add(Numbers.cell(cell.summary(Measures::perSecond), Digits::whole));
    row.add(Numbers.cell(cell.summary(Measures::hitPercent), value -> Digits.fixed(value, 1)));
    row.add(Numbers.cell(cell.summary(Measures::p50Micros), Digits::significant));
    row.add(Numbers.cell(cell.summary(Measures::p99Micros), Digits::significant));
    row.add(Numbers.cell(cell.summary(Measures::queriesPerSecond), Digits::significant));
    row.add(Numbers.cell(cell.summary(Measures::failed), Digits::significant));
    floorMicros.ifPresent(
        micros ->
            row.add(
                cell.summary(Measures::p50Micros)
                    .map(all -> Digits.factor(all.mean() / micros))
                    .orElse("")));
    row.add(verdicts(cell));
    return row;
  }

  private static String verdicts(LoadRounds cell) {
    List<String> counts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      if (cell.count(verdict) > 0) {
        counts.add(cell.count(verdict) + " " + verdict.name());
      }
    }
    return String.join(", ", counts);
  }

  private Block ways() {
    List<List<String>> rows = new ArrayList<>();
    for (LoadRounds cell : group.cells()) {
      for (String way : WAYS) {
        var p50 = cell.summary(Measures.way(way, LoadTimes::p50Nanos));
        if (p50.isPresent()) {
          rows.add(
              List.of(
                  name(group, cell),
                  cell.words(Trait.STORE),
                  way,
                  Numbers.cell(p50, Digits::significant),
                  Numbers.cell(
                      cell.summary(Measures.way(way, LoadTimes::p99Nanos)), Digits::significant),
                  Numbers.cell(
                      cell.summary(Measures.way(way, LoadTimes::p999Nanos)), Digits::significant)));
        }
      }
    }
    return new Block.Table(
        "Times of loads of " + group.id() + " by the way that requests went",
        "lllrrr",
        List.of("Load", "Cache", "Way", "p50, µs", "p99, µs", "p99.9, µs"),
        rows);
  }

  /** Every reason once for each load, with its rounds. */
  private List<List<String>> doubts() {
    List<List<String>> rows = new ArrayList<>();
    for (LoadRounds cell : group.cells()) {
      Map<String, List<Integer>> rounds = new LinkedHashMap<>();
      for (WorkloadLoad load : cell.loads()) {
        for (String reason : load.step().reasons()) {
          rounds.computeIfAbsent(reason, one -> new ArrayList<>()).add(load.round());
        }
      }
      rounds.forEach(
          (reason, all) ->
              rows.add(
                  List.of(
                      name(group, cell),
                      cell.words(Trait.STORE),
                      reason,
                      all.stream().map(Object::toString).collect(Collectors.joining(", ")))));
    }
    return rows;
  }
}
