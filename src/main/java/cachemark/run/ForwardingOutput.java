// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import java.io.IOException;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Passes everything JMH says on to another output, for those who listen to some of it. The first
 * iteration is the first that a fork tells of itself.
 */
abstract class ForwardingOutput implements OutputFormat {
  private final OutputFormat next;
  private final Runnable onFork;

  /**
   * Makes one.
   *
   * @param onFork done when a fork has come so far that it warms up or measures
   */
  ForwardingOutput(OutputFormat next, Runnable onFork) {
    this.next = next;
    this.onFork = onFork;
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int number, IterationResult result) {
    next.iterationResult(benchmark, params, number, result);
  }

  @Override
  public void startBenchmark(BenchmarkParams params) {
    next.startBenchmark(params);
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    next.endBenchmark(result);
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int number) {
    if (number == 1) {
      onFork.run();
    }
    next.iteration(benchmark, params, number);
  }

  @Override
  public void startRun() {
    next.startRun();
  }

  @Override
  public void endRun(Collection<RunResult> result) {
    next.endRun(result);
  }

  @Override
  public void print(String text) {
    next.print(text);
  }

  @Override
  public void println(String text) {
    next.println(text);
  }

  @Override
  public void flush() {
    next.flush();
  }

  @Override
  public void close() {
    next.close();
  }

  @Override
  public void verbosePrintln(String text) {
    next.verbosePrintln(text);
  }

  @Override
  public void write(int b) {
    next.write(b);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    next.write(bytes);
  }
}
