// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.bench.measure.Outcomes;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * E2, figure 3.3.3: with more and more threads, which of memcached and Redis stays faster, and do
 * connections fail?
 *
 * <pre>java -jar benchmarks.jar Concurrency -t 50</pre>
 *
 * As the report did it, 2000 operations in every thread, a connection per operation:
 *
 * <pre>java -jar benchmarks.jar Concurrency.*Batch -t 10 -p client=WIRE -p connections=per-op -p
 * operations=2000</pre>
 *
 * <p>How to read it: JMH's score of a batch is the mean over the threads; a run with a plan also
 * stores each thread's time and the time until the last one is done, which the figure shows. A
 * connection that fails is counted by its cause beside the score and ends nothing; {@code
 * clientPorts} and {@code clientFiles} are this machine's own limits, not the server's. With more
 * threads than cores, every number includes waiting for a core.
 */
@Threads(10)
public class ConcurrencyBenchmark {
  /** Reads keys that are all there. */
  @Benchmark
  @BenchmarkMode({Mode.Throughput, Mode.SampleTime})
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 2, time = 1)
  @Measurement(iterations = 3, time = 1)
  public int get(TimedThread thread, Outcomes outcomes) {
    return thread.step(outcomes);
  }

  /** Writes over keys that are all there. */
  @Benchmark
  @BenchmarkMode({Mode.Throughput, Mode.SampleTime})
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 2, time = 1)
  @Measurement(iterations = 3, time = 1)
  public int set(TimedThread thread, Outcomes outcomes) {
    return thread.step(outcomes);
  }

  /** Reads each of {@code operations} keys once. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 1, time = 1)
  @Measurement(iterations = 3)
  public int getBatch(BatchThread thread, Outcomes outcomes) {
    return thread.run(outcomes);
  }

  /** Writes each of {@code operations} keys once, to an empty server. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 1, time = 1)
  @Measurement(iterations = 3)
  public int setBatch(BatchThread thread, Outcomes outcomes) {
    return thread.run(outcomes);
  }
}
