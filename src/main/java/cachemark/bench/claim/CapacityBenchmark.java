// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

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
 * C19: does one memcached process manage more than 2 GB?
 *
 * <pre>java -jar benchmarks.jar Capacity</pre>
 *
 * <p>It needs half as much memory again as {@code megabytes}, and a fork: the server is started for
 * it alone and ended after it.
 *
 * <p>How to read it: by its outcomes. {@code stored} are the keys that the server holds after all
 * were written, {@code notStored} those that it gave up for lack of memory; {@code hits} are keys
 * from all parts of the range whose values came back right. The seconds are for writing, pipelined
 * over one connection, and for making the values.
 */
@Threads(1)
@Fork(1)
public class CapacityBenchmark {
  /** Fills an empty server. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 1)
  @Measurement(iterations = 1)
  public long fill(LargeServer server, Outcomes outcomes) {
    long keys = server.fill();
    server.check(outcomes);
    return keys;
  }
}
