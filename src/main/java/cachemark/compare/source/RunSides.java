// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.source;

import cachemark.compare.side.CellKey;
import cachemark.compare.side.PartialKeys;
import cachemark.compare.side.Series;
import cachemark.compare.side.Side;
import cachemark.plan.Arm;
import cachemark.plan.Cell;
import cachemark.plan.PlanException;
import cachemark.result.Against;
import cachemark.result.Iteration;
import cachemark.result.RunReader;
import cachemark.result.RunRecord;
import cachemark.result.ServerFacts;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a run of cachemark: the cells themselves, measured again, and what they were against. */
final class RunSides {
  private final RunRecord head;
  private final Map<CellKey, String> planned;
  private final PartialKeys plannedKeys;
  private final Map<Cell, CellKey> keys = new HashMap<>();
  private final Map<Arm, Map<CellKey, Series.Builder>> arms = new EnumMap<>(Arm.class);

  private RunSides(RunRecord head) {
    this.head = head;
    this.planned = planned(head);
    this.plannedKeys = new PartialKeys(planned.keySet());
    for (Arm arm : Arm.values()) {
      arms.put(arm, new HashMap<>());
    }
  }

  /** Reads the run in {@code folder}. */
  static Reading read(Path folder) {
    RunSides sides = new RunSides(RunReader.head(folder));
    List<String> warnings = RunReader.forEachTrial(folder, sides::add);
    return sides.reading(warnings);
  }

  private void add(TrialRecord trial) {
    CellKey key = keys.computeIfAbsent(trial.cell(), CellKey::of);
    Series.Builder series = series(trial.arm()).computeIfAbsent(key, k -> begin(k, trial.unit()));
    if (trial.verdict() == Verdict.INVALID) {
      series.invalid(trial.reasons().isEmpty() ? "it is invalid" : trial.reasons().get(0));
    } else {
      series.value(trial.round(), score(trial));
    }
  }

  private Series.Builder begin(CellKey key, String unit) {
    return new Series.Builder(unit).timing(plannedKeys.of(key).map(planned::get).orElse(null));
  }

  private static double score(TrialRecord trial) {
    return trial.measured().mapToDouble(Iteration::score).average().orElse(Double.NaN);
  }

  private Reading reading(List<String> warnings) {
    SortedMap<CellKey, Series> main = cells(Arm.MAIN);
    double floor = Floor.of(main, built(Arm.AGAIN));
    Side side = side(head.runId(), head.servers(), main, floor, warnings);
    Against against = head.against();
    return new Reading(side, Optional.ofNullable(against).map(other -> base(other, floor)));
  }

  /** What was measured in turns has no such floor: what was measured twice was so in two forks. */
  private Side base(Against against, double floor) {
    double own = against.turns() ? Double.NaN : floor;
    return side(name(against), servers(against), cells(Arm.BASE), own, List.of());
  }

  private Side side(
      String name,
      List<ServerFacts> servers,
      SortedMap<CellKey, Series> cells,
      double floor,
      List<String> notes) {
    Side.Trials trials = new Side.Trials(values(cells.values()), invalid(cells.values()), lost());
    return new Side(
        name, RunFacts.of(head), ServerSettings.of(servers), cells, trials, floor, notes);
  }

  /** Trials of the plan, under whatever label, that have no line in the journal. */
  private int lost() {
    int finished =
        arms.values().stream()
            .flatMap(cells -> cells.values().stream())
            .mapToInt(Series.Builder::size)
            .sum();
    return Math.max(0, head.plannedTrials() - finished);
  }

  private static int values(Collection<Series> cells) {
    return cells.stream().mapToInt(Series::size).sum();
  }

  private static int invalid(Collection<Series> cells) {
    return cells.stream().mapToInt(Series::invalid).sum();
  }

  /** What was measured under a label, and empty series for what was to be. */
  private SortedMap<CellKey, Series> cells(Arm arm) {
    SortedMap<CellKey, Series> cells = new TreeMap<>(built(arm));
    Set<CellKey> missing = new HashSet<>(planned.keySet());
    cells.keySet().forEach(key -> plannedKeys.of(key).ifPresent(missing::remove));
    missing.forEach(key -> cells.put(key, Series.missing()));
    return cells;
  }

  private Map<CellKey, Series> built(Arm arm) {
    Map<CellKey, Series> built = new HashMap<>();
    series(arm).forEach((key, series) -> built.put(key, series.build()));
    return built;
  }

  private Map<CellKey, Series.Builder> series(Arm arm) {
    return Objects.requireNonNull(arms.get(arm));
  }

  private String name(Against against) {
    String build =
        against.jar() == null
            ? "this build"
            : "build " + against.jar().build().commit() + " (" + against.jar().path() + ")";
    String servers =
        against.servers().stream()
            .map(server -> server.name() + " " + server.version())
            .collect(Collectors.joining(", "));
    return servers.isEmpty() ? build : build + " with " + servers;
  }

  private List<ServerFacts> servers(Against against) {
    return against.servers().isEmpty() ? head.servers() : against.servers();
  }

  /** The timing of each cell; nothing where this version cannot make the plan's cells. */
  private static Map<CellKey, String> planned(RunRecord head) {
    try {
      Map<CellKey, String> planned = new HashMap<>();
      head.plan()
          .cells(head.machine().cores())
          .forEach(
              (cell, effort) -> planned.put(CellKey.of(cell), RunFacts.timing(effort.timing())));
      return planned;
    } catch (PlanException e) {
      return Map.of();
    }
  }
}
