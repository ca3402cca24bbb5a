// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Small plans and cells for tests, with what a test does not care about filled in. */
public final class Plans {
  public static final Timing TIMING = new Timing(100, 2, 50);
  private static final String BENCHMARK = "SingleThreadBenchmark.getBatch";

  /** The file of a plan without fault. */
  static final String TEXT =
      """
      profile: mine
      rounds: 2
      budgetSeconds: 60
      experiments:
        - id: E1r
          variant: today
          mode: batch
          benchmarks: [SingleThreadBenchmark.getBatch]
          threads: [1]
          axes: {store: [MEMCACHED, REDIS], client: [LIBRARY], connections: [KEPT]}
          timing: {warmupMillis: 100, iterations: 2, iterationMillis: 50}
      """;

  private Plans() {}

  /** A plan of the given experiments, three rounds, in ten minutes. */
  public static Plan plan(Experiment... experiments) {
    return new Plan("test", 3, 600, List.of(experiments));
  }

  /** A batch experiment; each axis is given as {@code name=value,value}. */
  public static Experiment experiment(List<Integer> threads, String... axes) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    for (String axis : axes) {
      String[] parts = axis.split("=", -1);
      map.put(parts[0], List.of(parts[1].split(",", -1)));
    }
    return new Experiment(
        "E1r", Variant.REPORT, Mode.BATCH, List.of(BENCHMARK), map, threads, null, TIMING, null);
  }

  /** A batch cell of one thread; each parameter is given as {@code name=value}. */
  public static Cell cell(String... params) {
    return cell(Mode.BATCH, 1, params);
  }

  /** A cell in a mode. */
  public static Cell cell(Mode mode, int threads, String... params) {
    SortedMap<String, String> map = new TreeMap<>();
    for (String param : params) {
      String[] parts = param.split("=", -1);
      map.put(parts[0], parts[1]);
    }
    return new Cell("E1r", Variant.REPORT, BENCHMARK, mode, map, threads, Placement.SAME);
  }
}
