// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.bench.measure.Batch;
import cachemark.bench.measure.BatchSize;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.StartLine;
import cachemark.bench.measure.Step;
import cachemark.bench.measure.WarmUp;
import cachemark.bench.target.Server;
import cachemark.bench.target.Target;
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
  private Step step;
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
    step = keys.operation().on(store, entries);
    warmUp(new WarmUp(params, size.operations), keys);
  }

  @Setup(Level.Iteration)
  public void await(Server server, BatchKeys keys, StartLine line) {
    line.prepareOnce(++batches, () -> keys.restore(server));
    line.await();
  }

  @TearDown(Level.Trial)
  public void stop(Target target, StartLine line) {
    line.leave();
    target.leave(store);
  }

  /** Does the operation on every key of this thread; returns how many there are. */
  int run(Outcomes outcomes) {
    return Batch.run(entries.length, step, outcomes);
  }

  private void warmUp(WarmUp time, BatchKeys keys) {
    Entry[] others = keys.warmupEntries();
    Step other = keys.operation().on(store, others);
    time.run((number, outcomes) -> other.attempt(number % others.length, outcomes));
  }
}
