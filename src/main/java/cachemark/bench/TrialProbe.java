// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.ServerCounters;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
 * Usable by itself as {@code -prof cachemark.bench.TrialProbe}.
 */
public final class TrialProbe implements InternalProfiler {
  /** Label of the time from the first thread's start to the last one's end, in seconds. */
  public static final String MAKESPAN = "makespan";

  /** Start of the label of each thread's own time, in seconds. */
  public static final String THREAD = "thread.";

  /** Start of the label of everything counted or spent by either side. */
  public static final String COST = "cost.";

  private @Nullable StoreAdmin admin;
  private @Nullable Reading before;

  /** For JMH, which makes one in the host and one in each fork. */
  public TrialProbe() {}

  @Override
  public String getDescription() {
    return "Server counters, CPU time of both sides, makespan of batches";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    BatchTimes.drain();
    before = read(benchmark);
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<Result<?>> results = new ArrayList<>();
    Reading start = before;
    if (start != null) {
      addCosts(start, read(benchmark), results);
    }
    addBatch(BatchTimes.drain(), results);
    return results;
  }

  private Reading read(BenchmarkParams benchmark) {
    String store = benchmark.getParam("store");
    if (store == null) {
      return new Reading(ProcessCpu.ofThisProcess(), 0, null);
    }
    StoreType type = StoreType.valueOf(store);
    String server = RunProperties.serverOf(type);
    if (admin == null) {
      admin = StoreAdmins.open(type, RunProperties.endpoint(server), Timeouts.DEFAULT);
    }
    ServerCounters counters = admin.counters();
    long serverCpuNanos = ProcessCpu.of(RunProperties.pid(server));
    return new Reading(ProcessCpu.ofThisProcess(), serverCpuNanos, counters);
  }

  private static void addCosts(Reading start, Reading end, List<Result<?>> results) {
    count(results, "clientCpuNanos", end.clientCpuNanos - start.clientCpuNanos, "ns");
    ServerCounters first = start.counters;
    ServerCounters last = end.counters;
    if (first == null || last == null) {
      return;
    }
    count(results, "serverCpuNanos", end.serverCpuNanos - start.serverCpuNanos, "ns");
    last.since(first).counts().forEach((name, count) -> count(results, name, count, unit(name)));
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

  private static void count(List<Result<?>> results, String label, long value, String unit) {
    add(results, COST + label, (double) value, unit);
  }

  private static String unit(String counter) {
    return counter.startsWith("bytes") ? "B" : "#";
  }

  private static void add(List<Result<?>> results, String label, double value, String unit) {
    results.add(new ScalarResult(label, value, unit, AggregationPolicy.SUM));
  }

  private record Reading(
      long clientCpuNanos, long serverCpuNanos, @Nullable ServerCounters counters) {}
}
