// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A family of cells: benchmarks × axes × threads, 10000 at most.
 *
 * @param id as in the report's list of experiments, {@code E1w}
 * @param variant which reading of it
 * @param mode what is measured
 * @param benchmarks simple class name and method each, as in {@code SingleThreadBenchmark.setBatch}
 * @param axes JMH parameters and their values, as {@link Axis} knows them
 * @param threads numbers of measuring threads, each from 1 to 1000
 * @param placement which cores, or null for {@link Placement#fitting}
 * @param timing of each fork
 * @param again whether each cell is measured a second time in every round, as {@link Arm#AGAIN}, to
 *     see what this machine cannot tell apart; null means no
 */
public record Experiment(
    String id,
    Variant variant,
    Mode mode,
    List<String> benchmarks,
    Map<String, List<String>> axes,
    List<Integer> threads,
    @Nullable Placement placement,
    Timing timing,
    @Nullable Boolean again) {
  private static final int MAX_THREADS = 1_000;
  private static final int MAX_CELLS = 10_000;

  public Experiment {
    PlanException.present("id", id);
    PlanException.present("variant", variant);
    PlanException.present("mode", mode);
    PlanException.present("timing", timing);
    benchmarks = PlanException.some("benchmarks", benchmarks);
    axes = canonical(PlanException.present("axes", axes));
    threads = PlanException.some("threads", threads);
    for (int count : threads) {
      PlanException.requireWithin("threads", count, 1, MAX_THREADS);
    }
    double cells = (double) benchmarks.size() * threads.size();
    for (List<String> values : axes.values()) {
      cells *= values.size();
    }
    PlanException.require(
        cells <= MAX_CELLS,
        "experiment %s has %.0f cells; %d are the most there can be",
        id,
        cells,
        MAX_CELLS);
  }

  /** The experiment of a single cell. */
  static Experiment of(Cell cell, Timing timing) {
    Map<String, List<String>> axes = new LinkedHashMap<>();
    cell.params().forEach((name, value) -> axes.put(name, List.of(value)));
    return new Experiment(
        cell.experiment(),
        cell.variant(),
        cell.mode(),
        List.of(cell.benchmark()),
        axes,
        List.of(cell.threads()),
        cell.placement(),
        timing,
        null);
  }

  /** What is spent on each cell in every round. */
  Effort effort() {
    Effort once = new Effort(timing);
    return Boolean.TRUE.equals(again) ? once.and(Arm.AGAIN) : once;
  }

  /** Every cell of this experiment, where none asks for a placement on {@code cores} cores. */
  List<Cell> cells(int cores) {
    // One placement for all numbers of threads, which are to be compared.
    Placement where =
        placement == null ? Placement.fitting(cores, Collections.max(threads)) : placement;
    List<Cell> cells = new ArrayList<>();
    for (String benchmark : benchmarks) {
      for (int count : threads) {
        for (Map<String, String> point : Combination.all(axes)) {
          cells.add(new Cell(id, variant, benchmark, mode, new TreeMap<>(point), count, where));
        }
      }
    }
    return cells;
  }

  /** This experiment without some values of an axis; empty if it has no others. */
  Optional<Experiment> without(Axis axis, Collection<String> values) {
    List<String> given = axes.get(axis.parameter());
    if (given == null) {
      return Optional.of(this);
    }
    List<String> left = given.stream().filter(value -> !values.contains(value)).toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(withAxis(axis.parameter(), left));
  }

  /** This experiment with other values on one axis. */
  Experiment withAxis(String axis, List<String> values) {
    Map<String, List<String>> changed = new LinkedHashMap<>(axes);
    changed.put(axis, values);
    return new Experiment(
        id, variant, mode, benchmarks, changed, threads, placement, timing, again);
  }

  /** This experiment with other numbers of threads. */
  Experiment withThreads(List<Integer> counts) {
    return new Experiment(id, variant, mode, benchmarks, axes, counts, placement, timing, again);
  }

  /** This experiment on other cores. */
  Experiment withPlacement(Placement where) {
    return new Experiment(id, variant, mode, benchmarks, axes, threads, where, timing, again);
  }

  private static Map<String, List<String>> canonical(Map<String, List<String>> axes) {
    Map<String, List<String>> canonical = new LinkedHashMap<>();
    axes.forEach(
        (name, values) -> {
          Axis axis = Axis.of(name);
          List<String> given = PlanException.some(name, values);
          canonical.put(name, given.stream().map(axis::canonical).toList());
        });
    return Collections.unmodifiableMap(canonical);
  }
}
