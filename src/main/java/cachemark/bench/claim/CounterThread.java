// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import cachemark.bench.measure.Batch;
import cachemark.bench.measure.BatchSize;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.StartLine;
import cachemark.bench.measure.Step;
import cachemark.bench.measure.WarmUp;
import cachemark.bench.target.Server;
import cachemark.bench.target.Target;
import cachemark.store.KeyValueStore;
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
  private KeyValueStore store;
  private String key;
  private int operations;
  private boolean first;
  private int batches;

  @Setup(Level.Trial)
  public void start(
      Server server, Target target, BatchSize size, BenchmarkParams params, ThreadParams thread) {
    key = server.access().key("counter");
    store = target.enter();
    operations = size.operations;
    first = thread.getThreadIndex() == 0;
    new WarmUp(params, operations).run(step(server.access().key("warmup")));
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
  public void stop(Target target, StartLine line) {
    line.leave();
    target.leave(store);
  }

  /** Does all steps, and after those of all threads looks whether any is missing. */
  int run(CounterSum sum, StartLine line, Outcomes outcomes) {
    long before = outcomes.stored;
    Batch.run(operations, step(key), outcomes);
    sum.acknowledge(outcomes.stored - before);
    line.awaitEnd();
    if (first) {
      outcomes.lostUpdates += sum.missingIn(store.increment(key, 0));
    }
    return operations;
  }

  private Step step(String stepped) {
    return (number, outcomes) -> {
      store.increment(stepped, 1);
      outcomes.stored();
    };
  }
}
