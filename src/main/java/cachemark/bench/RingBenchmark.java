// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.bench.fork.ForkLifeline;
import cachemark.protocol.ring.KetamaRing;
import cachemark.protocol.ring.MagentModulo;
import cachemark.protocol.ring.Sharding;
import cachemark.workload.KeySpace;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * Sharding: what does it cost to find a key's server among a hundred, with no network in between?
 *
 * <pre>java -jar benchmarks.jar RingBenchmark</pre>
 *
 * <p>How to read it: {@code ketama} is nearly all MD5, which takes its 64 steps one after the other
 * in any language; the ring behind it is a small part. {@code magent} goes over the 32 bytes of the
 * key by a multiplication each.
 */
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RingBenchmark {
  /** A lookup in libmemcached's ring. */
  @Benchmark
  public int ketama(Lookup lookup) {
    return lookup.of(lookup.ketama);
  }

  /** A lookup by magent's default rule. */
  @Benchmark
  public int magent(Lookup lookup) {
    return lookup.of(lookup.magent);
  }

  /** A thread's servers, and the keys that it goes through. */
  @State(Scope.Thread)
  public static class Lookup {
    private static final int SERVERS = 100;
    private static final int KEYS = 1 << 12;

    private Sharding ketama;
    private Sharding magent;
    private byte[][] keys;
    private int next;

    @Setup(Level.Trial)
    public void build() {
      ForkLifeline.attach();
      ketama =
          KetamaRing.libmemcached(
              IntStream.range(0, SERVERS).mapToObj(i -> "10.0.0." + i + ":11212").toList());
      magent = new MagentModulo(SERVERS);
      KeySpace space = new KeySpace(1, "ring");
      keys =
          IntStream.range(0, KEYS)
              .mapToObj(i -> space.key(i).getBytes(US_ASCII))
              .toArray(byte[][]::new);
    }

    int of(Sharding sharding) {
      return sharding.serverOf(keys[next++ & (KEYS - 1)]);
    }
  }
}
