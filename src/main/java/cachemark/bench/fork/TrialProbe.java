// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What an iteration did to both sides, read in the fork just before and after it: the server's own
 * counters, CPU time of client and server, and of a batch each thread's time and the makespan.
 * Usable by itself as {@code -prof cachemark.bench.fork.TrialProbe}.
 */
public final class TrialProbe implements InternalProfiler {
  /** Label of the time from the first thread's start to the last one's end, in seconds. */
  public static final String MAKESPAN = "makespan";

  /** Start of the label of each thread's own time, in seconds. */
  public static final String THREAD = "thread.";

  /** Start of the label of everything counted or spent by either side. */
  public static final String COST = "cost.";

  private static final AtomicReference<@Nullable Runnable> reread = new AtomicReference<>();

  private @Nullable List<ProbedServer> servers;
  private volatile Map<String, Long> before = Map.of();

  /** For JMH, which makes one in the host and one in each fork. */
  public TrialProbe() {}

  @Override
  public String getDescription() {
    return "Server counters, CPU time of both sides, makespan of batches";
  }

  /**
   * Begins anew with what the iteration that is about to run costs: what was done since JMH called
   * it begun has only prepared it. To be called while nothing is measured.
   */
  public static void begin() {
    Runnable active = reread.get();
    if (active != null) {
      active.run();
    }
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    BatchTimes.drain();
    before = opening(benchmark);
    reread.set(() -> before = opening(benchmark));
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    reread.set(null);
    List<Result<?>> results = new ArrayList<>();
    closing(benchmark)
        .forEach((label, end) -> add(results, COST + label, spent(label, end), unit(label)));
    addBatch(BatchTimes.drain(), results);
    return results;
  }

  private double spent(String label, long end) {
    return end - before.getOrDefault(label, end);
  }

  /** Counters, then CPU time: to ask for the counters is no part of what the iteration costs. */
  private Map<String, Long> opening(BenchmarkParams benchmark) {
    Map<String, Long> reading = counters(probed(benchmark));
    reading.putAll(cpu(probed(benchmark)));
    return reading;
  }

  /** CPU time, then counters. */
  private Map<String, Long> closing(BenchmarkParams benchmark) {
    Map<String, Long> reading = cpu(probed(benchmark));
    reading.putAll(counters(probed(benchmark)));
    return reading;
  }

  private static Map<String, Long> counters(List<ProbedServer> servers) {
    Map<String, Long> reading = new TreeMap<>();
    servers.forEach(server -> reading.putAll(server.counters()));
    return reading;
  }

  private static Map<String, Long> cpu(List<ProbedServer> servers) {
    Map<String, Long> reading = new TreeMap<>();
    reading.put("clientCpuNanos", ProcessCpu.ofThisProcess());
    servers.forEach(server -> reading.putAll(server.cpu()));
    return reading;
  }

  private List<ProbedServer> probed(BenchmarkParams benchmark) {
    List<ProbedServer> known = servers;
    if (known == null) {
      known = ProbedServer.of(benchmark);
      servers = known;
    }
    return known;
  }

  private static void addBatch(List<BatchTimes> batch, List<Result<?>> results) {
    if (batch.isEmpty()) {
      return;
    }
    add(results, MAKESPAN, BatchTimes.makespanSeconds(batch), "s");
    for (int i = 0; i < batch.size(); i++) {
      add(results, THREAD + i, batch.get(i).seconds(), "s");
    }
  }

  private static String unit(String label) {
    if (label.endsWith("Nanos")) {
      return "ns";
    }
    return label.contains("ytes") ? "B" : "#";
  }

  private static void add(List<Result<?>> results, String label, double value, String unit) {
    results.add(new ScalarResult(label, value, unit, AggregationPolicy.SUM));
  }
}
