// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Entry;
import cachemark.store.KeyValueStore;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * A thread that runs a fixed number of operations, each on a key of its own, and takes its time.
 */
@State(Scope.Thread)
public class BatchThread {
  private KeyValueStore store;
  private Entry[] entries;
  private int batches;

  @Setup(Level.Trial)
  public void start(
      Server server,
      Target target,
      BatchSize size,
      BatchKeys keys,
      BenchmarkParams params,
      ThreadParams thread) {
    store = target.enter();
    long first = (long) thread.getThreadIndex() * size.operations;
    entries = server.entries("batch").array(first, size.operations);
    warmUp(new WarmUp(params), keys);
  }

  @Setup(Level.Iteration)
  public void await(Server server, BatchKeys keys, StartLine line) {
    line.prepareOnce(++batches, () -> keys.restore(server));
    line.await();
  }

  @TearDown(Level.Trial)
  public void stop(Target target) {
    target.leave(store);
  }

  /** Does the operation on every key of this thread; returns how many there are. */
  int run(Operation operation, Outcomes outcomes) {
    long startNanos = System.nanoTime();
    for (Entry entry : entries) {
      operation.on(store, entry, outcomes);
    }
    BatchTimes.record(startNanos, System.nanoTime());
    return entries.length;
  }

  private void warmUp(WarmUp time, BatchKeys keys) {
    Outcomes ignored = new Outcomes();
    Entry[] others = keys.warmupEntries();
    for (int i = 0; time.goesOn(); i = (i + 1) % others.length) {
      keys.operation().on(store, others[i], ignored);
    }
  }
}
