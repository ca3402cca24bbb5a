// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.KeyValueStore;
import cachemark.store.StoreException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/** A thread that steps one counter together with all the others, which begin without one. */
@State(Scope.Thread)
public class CounterThread {
  private static final String KEY = "counter";

  private KeyValueStore store;
  private int operations;
  private boolean first;
  private int batches;

  @Setup(Level.Trial)
  public void start(Target target, BatchSize size, BenchmarkParams params, ThreadParams thread) {
    store = target.enter();
    operations = size.operations;
    first = thread.getThreadIndex() == 0;
    Outcomes ignored = new Outcomes();
    for (WarmUp time = new WarmUp(params); time.goesOn(); ) {
      step("warmup", ignored);
    }
  }

  @Setup(Level.Iteration)
  public void await(Server server, CounterSum sum, StartLine line) {
    line.prepareOnce(
        ++batches,
        () -> {
          server.flush();
          sum.reset();
        });
    line.await();
  }

  @TearDown(Level.Trial)
  public void stop(Target target) {
    target.leave(store);
  }

  /** Does all steps, and after those of all threads looks whether any is missing. */
  int run(CounterSum sum, StartLine line, Outcomes outcomes) {
    long before = outcomes.stored;
    long startNanos = System.nanoTime();
    for (int i = 0; i < operations; i++) {
      step(KEY, outcomes);
    }
    BatchTimes.record(startNanos, System.nanoTime());
    sum.acknowledge(outcomes.stored - before);
    line.await();
    if (first) {
      outcomes.lostUpdates += sum.missingIn(store.increment(KEY, 0));
    }
    return operations;
  }

  private void step(String key, Outcomes outcomes) {
    try {
      store.increment(key, 1);
      outcomes.stored();
    } catch (StoreException e) {
      outcomes.failed(e.failure());
    }
  }
}
