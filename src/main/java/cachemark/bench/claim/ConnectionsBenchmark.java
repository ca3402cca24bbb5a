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
 * C18: how many connections at the same time does a server serve?
 *
 * <pre>java -jar benchmarks.jar Connections</pre>
 *
 * <p>How to read it: by its outcomes. {@code hits} are connections that were answered while all the
 * others were open; every other connection is counted by the cause of its failure, {@code
 * serverError} where the server said that it has too many. {@code clientFiles} and {@code
 * clientPorts} are limits of this machine's client side. It refuses more connections than {@code
 * ulimit -n} lets client and server hold. The seconds are for opening them all and asking each
 * twice.
 */
@Threads(1)
@Fork(1)
public class ConnectionsBenchmark {
  /** Opens connections and gets on each while all are open. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 1)
  @Measurement(iterations = 3)
  public int open(ConnectionsThread thread, StartLine line, Outcomes outcomes) {
    return thread.run(line, outcomes);
  }
}
