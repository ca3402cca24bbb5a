// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.bench.fork.TrialProbe;
import cachemark.plan.Mode;
import cachemark.result.ForkTime;
import cachemark.result.Iteration;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Listens to one fork: passes JMH's words on to a log and keeps every iteration, also those of
 * warm-up, which JMH's own result leaves out. Used by one JMH runner.
 */
@SuppressWarnings("rawtypes") // JMH gives secondary results without their type
final class ForkOutput extends ForwardingOutput {
  /** Requests made while the servers were watched, also while threads waited for each other. */
  private static final String OPERATIONS = "operationsDone";

  private final ForkClock clock = new ForkClock();
  private final Mode mode;
  private final List<Iteration> iterations = new ArrayList<>();
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final Map<String, Long> costs = new TreeMap<>();

  ForkOutput(Mode mode, PrintStream log, Runnable onFork) {
    super(OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL), onFork);
    this.mode = mode;
  }

  List<Iteration> iterations() {
    return iterations;
  }

  /** What the fork's time went into so far. */
  ForkTime time() {
    return clock.time();
  }

  /** Operations of the measured iterations by outcome. */
  Map<String, Long> outcomes() {
    return outcomes;
  }

  /** What the measured iterations counted and spent on either side. */
  Map<String, Long> costs() {
    return costs;
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int number) {
    clock.iterates();
    super.iteration(benchmark, params, number);
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int number, IterationResult result) {
    boolean warmup = params.getType() == IterationType.WARMUP;
    Map<String, Result> secondary = new TreeMap<>(result.getSecondaryResults());
    List<Iteration> ofBatch = warmUps(secondary);
    Iteration ended = iteration(warmup, result, secondary);
    iterations.addAll(ofBatch);
    iterations.add(ended);
    if (mode == Mode.BATCH) {
      clock.batch(ofBatch.isEmpty() ? 0 : nanos(benchmark.getWarmup()), ended.score());
    } else {
      clock.timed(warmup, nanos(params));
    }
    if (!warmup) {
      secondary.forEach(this::count);
      if (mode != Mode.BATCH) {
        costs.merge(OPERATIONS, result.getMetadata().getAllOps(), Long::sum);
      }
    }
    result.getRawSecondaryResults().clear(); // stored above; the log would drown in them
    super.iterationResult(benchmark, params, number, result);
  }

  private static long nanos(IterationParams params) {
    return params.getTime().convertTo(TimeUnit.NANOSECONDS);
  }

  private Iteration iteration(
      boolean warmup, IterationResult result, Map<String, Result> secondary) {
    double score = result.getPrimaryResult().getScore();
    List<Double> threadSeconds = new ArrayList<>();
    secondary.forEach(
        (label, value) -> {
          if (label.startsWith(TrialProbe.THREAD)) {
            threadSeconds.add(value.getScore());
          }
        });
    Result makespan = secondary.get(TrialProbe.MAKESPAN);
    if (mode == Mode.BATCH && makespan != null) {
      score = makespan.getScore();
    }
    return new Iteration(
        warmup, score, threadSeconds, warmup ? List.of() : Histograms.of(mode, result));
  }

  /** The parts of a batch's own warm-up: what the batch would take at the pace of each. */
  private static List<Iteration> warmUps(Map<String, Result> secondary) {
    SortedMap<Integer, List<Double>> parts = new TreeMap<>();
    secondary.forEach(
        (label, value) -> {
          if (label.startsWith(TrialProbe.WARM_UP)) {
            String part = label.substring(TrialProbe.WARM_UP.length(), label.lastIndexOf('.'));
            parts
                .computeIfAbsent(Integer.valueOf(part), number -> new ArrayList<>())
                .add(value.getScore());
          }
        });
    return parts.values().stream()
        .map(seconds -> new Iteration(true, Collections.max(seconds), seconds, List.of()))
        .toList();
  }

  private void count(String label, Result value) {
    long number = Math.round(value.getScore());
    if (label.startsWith(TrialProbe.COST)) {
      costs.merge(label.substring(TrialProbe.COST.length()), number, Long::sum);
    } else if (value.getScoreUnit().equals("#")) {
      outcomes.merge(label, number, Long::sum);
    }
  }
}
