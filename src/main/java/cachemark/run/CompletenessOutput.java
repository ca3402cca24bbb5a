// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Counts the forks that brought fewer iterations than they should have, over which JMH itself says
 * nothing in its exit code, and leaves out the outcomes that never came, which would bury the
 * scores. Used by one JMH runner.
 */
final class CompletenessOutput extends ForwardingOutput {
  private int incomplete;
  private int expected;
  private int measured;
  private boolean started;

  CompletenessOutput(OutputFormat next, Runnable onFork) {
    super(next, onFork);
  }

  /** Forks so far that brought too little. */
  int incomplete() {
    return incomplete;
  }

  @Override
  public void startBenchmark(BenchmarkParams params) {
    countUnended();
    started = true;
    expected = params.getMeasurement().getCount() * Math.max(1, params.getForks());
    measured = 0;
    super.startBenchmark(params);
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int number, IterationResult result) {
    if (params.getType() == IterationType.MEASUREMENT) {
      measured++;
    }
    prune(result);
    super.iterationResult(benchmark, params, number, result);
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    if (started && measured < expected) {
      incomplete++;
    }
    started = false;
    if (result != null) { // JMH's way to say that the benchmark failed
      result.getIterationResults().forEach(CompletenessOutput::prune);
    }
    super.endBenchmark(result);
  }

  @Override
  public void endRun(Collection<RunResult> results) {
    countUnended();
    for (RunResult result : results) {
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        fork.getIterationResults().forEach(CompletenessOutput::prune);
      }
    }
    super.endRun(results);
  }

  /** JMH tells no end of a benchmark whose fork failed. */
  private void countUnended() {
    if (started) {
      incomplete++;
      started = false;
    }
  }

  private static void prune(IterationResult result) {
    result
        .getSecondaryResults()
        .forEach(
            (label, value) -> {
              if (value.getScoreUnit().equals("#") && value.getScore() == 0) {
                result.getRawSecondaryResults().remove(label);
              }
            });
  }
}
