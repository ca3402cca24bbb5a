// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.cacheaside.Repository;
import cachemark.store.Entry;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/** A thread with its own batch of reads or writes, warmed up for the time JMH is given for it. */
@State(Scope.Thread)
public class DatabaseBatchThread {
  private Repository repository;
  private DatabaseBatchStart batchStart;
  private Batch batch;
  private int batches;

  @Setup(Level.Trial)
  public void start(
      DatabaseTarget target,
      DatabaseBatchStart start,
      BenchmarkParams params,
      ThreadParams thread) {
    int index = thread.getThreadIndex();
    repository = target.enter();
    batchStart = start;
    Entry[] entries = start.entriesOf(target, index);
    batch = new Batch(RecordOperation.of(params).on(repository), entries);
    batch.warmUp(params.getWarmup().getTime(), start.warmupOf(target, index, entries));
  }

  @Setup(Level.Iteration)
  public void await(DatabaseTarget target) {
    batchStart.await(target, ++batches);
  }

  @TearDown(Level.Trial)
  public void stop(DatabaseTarget target) {
    target.leave(repository);
  }

  /** Does the operation on every record of this thread; returns how many there are. */
  int run(Outcomes outcomes) {
    return batch.run(outcomes);
  }
}
