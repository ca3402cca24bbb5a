// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.bench.fork.ForkLifeline;
import cachemark.workload.KeyDistribution;
import cachemark.workload.KeyStream;
import cachemark.workload.ValueSizes;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Choice: what does it cost to draw the next of a hundred million keys, and to know how long its
 * value is, with no network in between?
 *
 * <pre>java -jar benchmarks.jar KeyDrawBenchmark</pre>
 *
 * <p>How to read it: a load that asks for a million keys a second has a thousand nanoseconds for
 * each, of which the choice should be a small part. {@code zipf} draws ranks and works out whose
 * they are; {@code uniform} does neither.
 */
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KeyDrawBenchmark {
  /** The next of keys that are asked for equally often. */
  @Benchmark
  public long uniform(Draw draw) {
    return draw.uniform.next();
  }

  /** The next of keys that are asked for as in many caches, by Zipf's law with a skew of 0.99. */
  @Benchmark
  public long zipf(Draw draw) {
    return draw.zipf.next();
  }

  /** The length of a key's value, from a log-normal distribution. */
  @Benchmark
  public int valueBytes(Draw draw) {
    return draw.sizes.bytes(draw.number++);
  }

  /** A thread's streams. */
  @State(Scope.Thread)
  public static class Draw {
    private static final long KEYS = 100_000_000;

    private KeyStream uniform;
    private KeyStream zipf;
    private ValueSizes sizes;
    private long number;

    @Setup(Level.Trial)
    public void build() {
      ForkLifeline.attach();
      uniform = new KeyDistribution.Uniform().stream(KEYS, 1, 0);
      zipf = new KeyDistribution.Zipf(0.99).stream(KEYS, 1, 0);
      sizes = ValueSizes.logNormal(250, 1.5, 1, 1 << 20, 1);
    }
  }
}
