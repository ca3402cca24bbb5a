// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import cachemark.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * What a measured iteration did to both sides, read in the fork just before and after it: the
 * server's own counters, CPU time and switches of client and server, memory of the client, and of a
 * batch each thread's time, the makespan and the pace of its warm-up. Usable by itself as {@code
 * -prof cachemark.bench.fork.TrialProbe}.
 */
public final class TrialProbe implements InternalProfiler {
  /** Label of the time from the first thread's start to the last one's end, in seconds. */
  public static final String MAKESPAN = "makespan";

  /** Start of the label of each thread's own time, in seconds. */
  public static final String THREAD = "thread.";

  /**
   * Start of the label of the seconds a thread would take at the pace of a part of its warm-up; the
   * part's number and another one after a point follow.
   */
  public static final String WARM_UP = "warmup.";

  /** Start of the label of everything counted or spent by either side. */
  public static final String COST = "cost.";

  private static final AtomicReference<@Nullable TrialProbe> active = new AtomicReference<>();

  private @Nullable List<ProbedServer> servers;
  private @Nullable ProbeReading opening;
  private @Nullable ProbeReading closing;

  /** For JMH, which makes one in the host and one in each fork. */
  public TrialProbe() {}

  @Override
  public String getDescription() {
    return "Server counters, CPU time and switches of both sides, makespan of batches";
  }

  /**
   * Begins anew with what the iteration that is about to run costs: what was done since JMH called
   * it begun has only prepared it. To be called while nothing is measured.
   */
  public static void begin() {
    TrialProbe probe = active.get();
    if (probe != null) {
      probe.open();
    }
  }

  /**
   * Ends what the iteration costs: what follows only tidies up. To be called when every thread has
   * done its part, by one or by all of them; all return when it is done.
   */
  public static void end() {
    TrialProbe probe = active.get();
    if (probe != null) {
      probe.close();
    }
  }

  @Override
  public synchronized void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    BatchTimes.drain();
    if (iteration.getType() == IterationType.MEASUREMENT) {
      if (servers == null) {
        servers = ProbedServer.of(benchmark);
      }
      open();
      active.set(this);
    }
  }

  @Override
  public synchronized Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    active.set(null);
    List<Result<?>> results = new ArrayList<>();
    if (opening != null && servers != null) {
      ProbeReading end = closing == null ? ProbeReading.closing(servers) : closing;
      end.since(opening).forEach((label, spent) -> add(results, COST + label, spent, unit(label)));
    }
    opening = null;
    addBatch(BatchTimes.drain(), results);
    addWarmUp(WarmUpPace.drain(), results);
    return results;
  }

  private synchronized void open() {
    if (servers != null) {
      opening = ProbeReading.opening(servers);
      closing = null;
    }
  }

  private synchronized void close() {
    if (servers != null && closing == null) {
      try {
        closing = ProbeReading.closing(servers);
      } catch (StoreException e) {
        closing = null; // to be tried again after the iteration, where it fails the fork
      }
    }
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

  private static void addWarmUp(List<WarmUpPace> paces, List<Result<?>> results) {
    for (int i = 0; i < paces.size(); i++) {
      add(results, WARM_UP + paces.get(i).part() + "." + i, paces.get(i).batchSeconds(), "s");
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
