// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import cachemark.bench.fork.BatchTimes;
import cachemark.bench.fork.ForkLifeline;
import cachemark.bench.fork.RunProperties;
import cachemark.bench.measure.Operation;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.target.Entries;
import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Entry;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import cachemark.store.registry.StoreFactory;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/** A memcached of its own that is allowed as much memory as it takes. Of one thread. */
@State(Scope.Benchmark)
public class LargeServer {
  /** A warm-up fills this part of what a measurement fills. */
  private static final int WARMUP_PART = 20;

  private static final int SAMPLE = 200;
  private static final int MIN_MEGABYTES = 64;

  @Param("2200")
  int megabytes;

  @Param("1000000")
  int valueBytes;

  private StoreAdmin admin;
  private StoreFactory factory;
  private KeyValueStore reader;
  private Entries entries;
  private long keys;

  /** The megabytes of memory that a memcached gets to hold so many of values. */
  public static int memoryFor(int megabytes) {
    return Math.toIntExact(megabytes + megabytes / 2L + MIN_MEGABYTES);
  }

  @Setup(Level.Trial)
  public void connect() {
    ForkLifeline.attach();
    FreeMemory.require(memoryFor(megabytes));
    Access access = RunProperties.access(RunProperties.CAPACITY);
    admin = StoreAdmins.open(StoreType.MEMCACHED, access, Timeouts.DEFAULT);
    factory =
        StoreFactory.of(
            StoreType.MEMCACHED, ClientType.WIRE, Connections.KEPT, access, Timeouts.DEFAULT);
    reader = factory.open();
    entries = Entries.ofBytes(access, "capacity", valueBytes);
  }

  @Setup(Level.Iteration)
  public void empty(IterationParams iteration) {
    admin.flush();
    long all = Math.max(1, ((long) megabytes << 20) / valueBytes);
    keys = iteration.getType() == IterationType.WARMUP ? Math.max(1, all / WARMUP_PART) : all;
  }

  @TearDown(Level.Trial)
  public void disconnect() {
    factory.close();
    admin.flush();
    admin.close();
  }

  /** Writes all keys, pipelined, and takes the time. */
  long fill() {
    long startNanos = System.nanoTime();
    admin.load(entries.stream(0, keys));
    BatchTimes.record(startNanos, System.nanoTime());
    return keys;
  }

  /** Counts the keys that the server holds, and reads some from all parts of the range back. */
  void check(Outcomes outcomes) {
    long held = admin.count();
    outcomes.stored += held;
    outcomes.notStored += Math.max(0, keys - held);
    long sample = Math.min(SAMPLE, keys);
    for (long i = 0; i < sample; i++) {
      Entry[] one = {entries.entry(i * keys / sample)};
      Operation.GET.on(reader, one).run(0, outcomes);
    }
  }
}
