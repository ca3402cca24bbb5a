// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import cachemark.bench.measure.Operation;
import cachemark.bench.measure.Outcomes;
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
 * C14: does a server sustain more than 100 000 reads or writes a second, without pipelining and
 * with it?
 *
 * <pre>java -jar benchmarks.jar Pipeline</pre>
 *
 * <p>How to read it: operations per second, higher is better. {@code pipeline=1} waits for each
 * answer before the next request; {@code pipeline=32} sends 32 requests in one go and then reads 32
 * answers (more than 512, or than 64 KB of them, go in parts). Each thread has a thin socket of its
 * own; {@code client=WIRE_META} asks memcached by its meta commands, which it answers many in one
 * go. Client and server share this machine, so a result below the claim may be the client's limit:
 * the CPU time of both is stored with a run.
 */
@Threads(4)
@Fork(1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class PipelineBenchmark {
  /** Reads keys that are all there. */
  @Benchmark
  public int get(PipelinedThread thread, Outcomes outcomes) {
    return thread.step(Operation.GET, outcomes);
  }

  /** Writes over keys that are all there. */
  @Benchmark
  public int set(PipelinedThread thread, Outcomes outcomes) {
    return thread.step(Operation.SET, outcomes);
  }
}
