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
 * E1, figures 3.3.1 and 3.3.2: with one thread, which of memcached and Redis writes and reads
 * faster?
 *
 * <pre>java -jar benchmarks.jar SingleThread</pre>
 *
 * As the report did it, a connection per operation through a thin socket, with more operations:
 *
 * <pre>java -jar benchmarks.jar SingleThread.*Batch -p client=WIRE -p connections=per-op -p
 * operations=1000,5000,10000</pre>
 *
 * <p>How to read it: {@code setBatch} and {@code getBatch} give seconds for a whole batch, lower is
 * better; {@code set} and {@code get} give operations per second (higher is better) and, in JMH's
 * sample mode, the service time of single operations. Beside each score stand the outcomes; a get
 * that misses or brings wrong bytes, or any failure, makes the score worthless. Client and server
 * share this machine, so the time is of both.
 */
@Threads(1)
public class SingleThreadBenchmark {
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
