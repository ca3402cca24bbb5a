// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.bench.fork.ForkLifeline;
import cachemark.workload.KeyDistribution;
import cachemark.workload.KeySpace;
import cachemark.workload.KeyStream;
import cachemark.workload.ValueSizes;
import cachemark.workload.trace.PacedTrace;
import cachemark.workload.trace.TraceReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Replay: how many records of a recorded trace can be read in a second, with no file and no network
 * in between?
 *
 * <pre>java -jar benchmarks.jar TraceBenchmark</pre>
 *
 * <p>How to read it: each counts lines per second. {@code read} takes every column and no more;
 * {@code keys} hashes each key as well, and {@code paced} also looks ahead to the end of each
 * second to tell when each record is due.
 */
@BenchmarkMode(Mode.Throughput)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TraceBenchmark {
  private static final int LINES = 1 << 18;

  /** Every column of every record. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public long read(Trace trace) {
    TraceReader reader = new TraceReader(trace.stream());
    long sum = 0;
    while (reader.next()) {
      sum += reader.valueBytes();
    }
    return sum;
  }

  /** The same, with a hash of every key. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public long keys(Trace trace) {
    TraceReader reader = new TraceReader(trace.stream());
    long sum = 0;
    while (reader.next()) {
      sum += reader.keyHash();
    }
    return sum;
  }

  /** The same, with the time at which each record is due. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public long paced(Trace trace) {
    PacedTrace paced = PacedTrace.atSpeed(trace.stream(), 1);
    long sum = 0;
    while (paced.next()) {
      sum += paced.record().keyHash() + paced.dueNanos();
    }
    return sum;
  }

  /** A made-up trace in memory, of the rate and the key length that busy caches have. */
  @State(Scope.Thread)
  public static class Trace {
    private static final int KEYS = 1_000_000;
    private static final int KEY_LENGTH = 26;
    private static final int PER_SECOND = 20_000;

    private byte[] text = {};

    @Setup(Level.Trial)
    public void write() {
      ForkLifeline.attach();
      KeyStream drawn = new KeyDistribution.Zipf(0.99).stream(KEYS, 1, 0);
      KeySpace keys = new KeySpace(1, "trace", "nz:u:");
      ValueSizes sizes = ValueSizes.logNormal(250, 1.2, 1, 1 << 20, 1);
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < LINES; i++) {
        long key = drawn.next();
        lines.append(i / PER_SECOND).append(',');
        lines.append(keys.key(key), 0, KEY_LENGTH).append(',').append(KEY_LENGTH).append(',');
        lines.append(sizes.bytes(key)).append(',').append(i % 500);
        lines.append(i % 10 == 0 ? ",set,86400\n" : ",get,0\n");
      }
      text = lines.toString().getBytes(US_ASCII);
    }

    InputStream stream() {
      return new ByteArrayInputStream(text);
    }
  }
}
