// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.StartLine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * C17: are operations of Redis atomic, also several combined?
 *
 * <pre>java -jar benchmarks.jar Atomicity -p client=WIRE -p connections=KEPT</pre>
 *
 * <p>How to read it: by its outcomes, not its time. {@code increment} lets all threads step one
 * counter; {@code lostUpdates} are acknowledged steps that its sum lacks. Over the one connection
 * of a shared client nothing would be concurrent. {@code pairTogether} lets every second thread
 * write one value under two keys with MULTI and EXEC, and the others read both with one MGET;
 * {@code torn} counts the reads that saw two values. {@code pairApart} does the same with two
 * writes, one after the other: that it is seen torn shows that the question can be answered with
 * no.
 */
@Threads(8)
@Fork(1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3)
public class AtomicityBenchmark {
  /** Steps one counter, {@code operations} times in each thread. */
  @Benchmark
  public int increment(CounterThread thread, CounterSum sum, StartLine line, Outcomes outcomes) {
    return thread.run(sum, line, outcomes);
  }

  /** Writes pairs in transactions while others read them. */
  @Benchmark
  public int pairTogether(PairThread thread, Outcomes outcomes) {
    return thread.runTogether(outcomes);
  }

  /** Writes pairs without a transaction while others read them. */
  @Benchmark
  public int pairApart(PairThread thread, Outcomes outcomes) {
    return thread.runApart(outcomes);
  }
}
