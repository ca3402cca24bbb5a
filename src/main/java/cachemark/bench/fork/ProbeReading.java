// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that tells what an iteration costs, read at one moment. What is disturbed by the
 * reading itself is read the farther from what is measured: the clock next to it, the servers'
 * counters last.
 */
final class ProbeReading {
  private static final String CLIENT = "client";

  private final Map<String, Long> counters;
  private final Map<String, TaskCounts> tasks;
  private final Map<String, Long> heap;
  private final long nanoTime;

  private ProbeReading(
      Map<String, Long> counters,
      Map<String, TaskCounts> tasks,
      Map<String, Long> heap,
      long nanoTime) {
    this.counters = counters;
    this.tasks = tasks;
    this.heap = heap;
    this.nanoTime = nanoTime;
  }

  /**
   * A reading before the iteration. It reads the counters twice and adds the difference, for the
   * closing reading will be counted by the servers, too.
   */
  static ProbeReading opening(List<ProbedServer> servers) {
    Map<String, Long> first = counters(servers);
    Map<String, Long> counters = counters(servers);
    counters.replaceAll(
        (name, count) -> count + Math.max(0, count - first.getOrDefault(name, count)));
    Map<String, TaskCounts> tasks = tasks(servers);
    Map<String, Long> heap = HeapCounts.read();
    addClientCpu(tasks, heap);
    return new ProbeReading(counters, tasks, heap, System.nanoTime());
  }

  /** A reading after the iteration. */
  static ProbeReading closing(List<ProbedServer> servers) {
    long nanoTime = System.nanoTime();
    Map<String, Long> heap = HeapCounts.read();
    Map<String, TaskCounts> tasks = tasks(servers);
    addClientCpu(tasks, heap);
    return new ProbeReading(counters(servers), tasks, heap, nanoTime);
  }

  /** What was counted and spent since {@code opening}; only what both readings have. */
  Map<String, Long> since(ProbeReading opening) {
    Map<String, Long> costs = new TreeMap<>();
    costs.put("wallNanos", nanoTime - opening.nanoTime);
    difference(counters, opening.counters, costs);
    difference(heap, opening.heap, costs);
    tasks.forEach(
        (side, counts) ->
            Optional.ofNullable(opening.tasks.get(side))
                .ifPresent(earlier -> costs.putAll(counts.since(earlier, side))));
    return costs;
  }

  private static void difference(
      Map<String, Long> later, Map<String, Long> earlier, Map<String, Long> costs) {
    later.forEach(
        (name, count) -> {
          Long before = earlier.get(name);
          if (before != null) {
            costs.put(name, Math.max(0, count - before));
          }
        });
  }

  private static Map<String, Long> counters(List<ProbedServer> servers) {
    Map<String, Long> counters = new TreeMap<>();
    servers.forEach(
        server ->
            server.counters().forEach((name, count) -> counters.merge(name, count, Long::sum)));
    return counters;
  }

  /** Where the system tells nothing of threads, Java still tells CPU time, if only in steps. */
  private static void addClientCpu(Map<String, TaskCounts> tasks, Map<String, Long> heap) {
    if (!tasks.containsKey(CLIENT)
        && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      heap.put(CLIENT + "CpuNanos", system.getProcessCpuTime());
    }
  }

  private static Map<String, TaskCounts> tasks(List<ProbedServer> servers) {
    Map<String, TaskCounts> tasks = new TreeMap<>();
    servers.forEach(
        server ->
            server
                .tasks()
                .ifPresent(counts -> tasks.merge(server.side(), counts, TaskCounts::and)));
    TaskCounts.ofThisProcess().ifPresent(counts -> tasks.put(CLIENT, counts));
    return tasks;
  }
}
