// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.command;

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
 * E8: does each operation that the report names answer correctly, and what does it take?
 *
 * <pre>java -jar benchmarks.jar Operations</pre>
 *
 * What only one of the servers has:
 *
 * <pre>java -jar benchmarks.jar Operations -p store=REDIS -p command=SADD,SINTER,LPUSH,LRANGE</pre>
 *
 * C21, whether the time of LINDEX grows with the list:
 *
 * <pre>java -jar benchmarks.jar Operations -p store=REDIS -p command=LINDEX -p
 * elements=100,1000,10000,100000</pre>
 *
 * C20, what a delete with a time does:
 *
 * <pre>java -jar benchmarks.jar Operations -p store=MEMCACHED -p command=DELETE_WITH_TIME -p
 * client=WIRE -p connections=KEPT</pre>
 *
 * <p>How to read it: seconds for a whole batch, lower is better. Every answer is compared with what
 * it must be: {@code hits} are right answers of reads, {@code stored} are writes and removals that
 * were done, and anything else is a fault. The state is the same before each batch: what is read or
 * removed is there, what is added is not. {@code elements} are those of the set or list, or the
 * keys of each multiget; LINDEX and LSET go to the middle. After a delete with a time, {@code
 * serverError} counts the keys for which the server refused it, {@code notStored} those that it
 * deleted and kept blocked, and {@code stored} those that it deleted without blocking them.
 */
@Threads(1)
@Fork(1)
public class OperationsBenchmark {
  /** Does the command {@code operations} times. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 1, time = 1)
  @Measurement(iterations = 3)
  public int batch(CommandThread thread, Outcomes outcomes) {
    return thread.run(outcomes);
  }
}
