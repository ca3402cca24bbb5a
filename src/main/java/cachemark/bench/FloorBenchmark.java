// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.bench.fork.ForkLifeline;
import cachemark.bench.fork.RunProperties;
import cachemark.bench.measure.Operation;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.Ring;
import cachemark.bench.target.Entries;
import cachemark.echo.EchoClient;
import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Endpoint;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreFactory;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * The floor: what do the harness itself and this machine's loopback cost, with no cache in between?
 *
 * <pre>java -jar benchmarks.jar Floor</pre>
 *
 * <p>How to read it: {@code memoryGet} and {@code memorySet} go the same way as every get and set,
 * checks and counting included, to a map in the heap; what they take is in every other number.
 * {@code echo} sends 32 bytes to a process that sends them back; a cache that needs a round trip
 * cannot be faster than that.
 */
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FloorBenchmark {
  /** A get that finds its value in the heap. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public int memoryGet(MemoryThread thread, Outcomes outcomes) {
    return thread.step(outcomes);
  }

  /** A set in the heap. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public int memorySet(MemoryThread thread, Outcomes outcomes) {
    return thread.step(outcomes);
  }

  /** A round trip over loopback TCP. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public byte echo(EchoThread thread) throws IOException {
    return thread.ping();
  }

  /** A thread on the store in the heap. */
  @State(Scope.Thread)
  public static class MemoryThread {
    private static final int KEYS = 10_000;
    private static final int VALUE_BYTES = 32;

    private Ring ring;

    @Setup(Level.Trial)
    public void start(BenchmarkParams params, ThreadParams thread) {
      ForkLifeline.attach();
      Access nowhere = Access.to(new Endpoint("localhost", 1));
      KeyValueStore store =
          StoreFactory.of(
                  StoreType.MEMORY, ClientType.WIRE, Connections.KEPT, nowhere, Timeouts.DEFAULT)
              .open();
      Entry[] entries = Entries.ofBytes(nowhere, "timed", VALUE_BYTES).array(0, KEYS);
      for (Entry entry : entries) {
        store.set(entry.key(), entry.value(), Expiry.NEVER);
      }
      ring = new Ring(Operation.of(params).on(store, entries), entries.length, thread);
    }

    int step(Outcomes outcomes) {
      return ring.step(outcomes);
    }
  }

  /** A thread with a connection to the echo server. */
  @State(Scope.Thread)
  public static class EchoThread {
    private EchoClient client;

    @Setup(Level.Trial)
    public void connect() throws IOException {
      ForkLifeline.attach();
      client =
          EchoClient.tcp(RunProperties.access(RunProperties.ECHO).endpoint(), Timeouts.DEFAULT);
    }

    @TearDown(Level.Trial)
    public void disconnect() throws IOException {
      client.close();
    }

    byte ping() throws IOException {
      return client.ping();
    }
  }
}
