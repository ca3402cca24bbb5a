// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.bench.target.Server;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The suite itself: how long does it take to fill an empty server before a measurement?
 *
 * <pre>java -jar benchmarks.jar Preload</pre>
 *
 * <p>How to read it: seconds until all keys are written, pipelined over one connection, and counted
 * on the server. The first iteration is that of a fresh JVM, as every fork has it. With {@code
 * -jvmArgs -Xmx32m -p keys=1000000} it shows that memory does not grow with the number of keys.
 */
public class PreloadBenchmark {
  /** Fills an empty server. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @Warmup(iterations = 0)
  @Measurement(iterations = 3)
  public int load(Server server, Filling filling) {
    server.load(server.entries("preload"), filling.keys);
    return filling.keys;
  }

  /** How much is loaded, into a server that is empty before each time. */
  @State(Scope.Benchmark)
  public static class Filling {
    @Param("100000")
    int keys;

    @Setup(Level.Iteration)
    public void empty(Server server) {
      server.flush();
    }
  }
}
