// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A family of cells: benchmarks × axes × threads.
 *
 * @param id as in the report's list of experiments, {@code E1w}
 * @param variant which reading of it
 * @param mode what is measured
 * @param benchmarks simple class name and method each, as in {@code SingleThreadBenchmark.setBatch}
 * @param axes JMH parameters and their values
 * @param threads numbers of measuring threads, each 1 or more
 * @param placement which cores, or null for {@link Placement#fitting}
 * @param timing of each fork
 */
public record Experiment(
    String id,
    Variant variant,
    Mode mode,
    List<String> benchmarks,
    Map<String, List<String>> axes,
    List<Integer> threads,
    @Nullable Placement placement,
    Timing timing) {

  public Experiment {
    benchmarks = List.copyOf(benchmarks);
    axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
    threads = List.copyOf(threads);
    PlanException.require(!benchmarks.isEmpty(), "experiment %s names no benchmark", id);
    PlanException.require(!threads.isEmpty(), "experiment %s names no number of threads", id);
    for (int count : threads) {
      PlanException.require(count >= 1, "experiment %s: threads is %d; at least 1", id, count);
    }
  }
}
