// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Entry;
import cachemark.store.KeyValueStore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * A thread that runs a fixed number of operations, each on a key of its own, and takes its time.
 *
 * <p>Before the first batch it warms up for the time JMH is given as warm-up time, on the same code
 * and other keys: a short batch in a fresh JVM would measure the interpreter.
 */
@State(Scope.Thread)
public class BatchThread {
  private KeyValueStore store;
  private BatchStart batchStart;
  private Entry[] entries;
  private int batches;

  @Setup(Level.Trial)
  public void start(Target target, BatchStart start, BenchmarkParams params, ThreadParams thread) {
    store = target.enter();
    batchStart = start;
    entries = start.entriesOf(target, thread.getThreadIndex());
    warmUp(start, params.getWarmup().getTime(), BatchStart.operationOf(params));
  }

  @Setup(Level.Iteration)
  public void await(Target target) {
    batchStart.await(target, ++batches);
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

  private void warmUp(BatchStart start, TimeValue time, Operation operation) {
    Outcomes ignored = new Outcomes();
    Entry[] others = start.warmupEntries();
    long deadlineNanos = System.nanoTime() + time.convertTo(TimeUnit.NANOSECONDS);
    for (int i = 0; System.nanoTime() < deadlineNanos; i = (i + 1) % others.length) {
      operation.on(store, others[i], ignored);
    }
  }
}
