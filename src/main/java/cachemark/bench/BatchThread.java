// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.KeyValueStore;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/** A thread with its own batch of gets or sets, warmed up for the time JMH is given for it. */
@State(Scope.Thread)
public class BatchThread {
  private KeyValueStore store;
  private BatchStart batchStart;
  private Batch batch;
  private int batches;

  @Setup(Level.Trial)
  public void start(Target target, BatchStart start, BenchmarkParams params, ThreadParams thread) {
    store = target.enter();
    batchStart = start;
    batch =
        new Batch(Operation.of(params).on(store), start.entriesOf(target, thread.getThreadIndex()));
    batch.warmUp(params.getWarmup().getTime(), start::warmupEntry);
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
  int run(Outcomes outcomes) {
    return batch.run(outcomes);
  }
}
