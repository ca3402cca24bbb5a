// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.table;

import cachemark.bench.measure.Batch;
import cachemark.bench.measure.BatchSize;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.StartLine;
import cachemark.bench.measure.Step;
import cachemark.bench.measure.WarmUp;
import cachemark.cacheaside.Repository;
import cachemark.store.Entry;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/** A thread that reads or writes a fixed number of records of its own, and takes its time. */
@State(Scope.Thread)
public class DatabaseBatchThread {
  private Repository repository;
  private Step step;
  private int operations;
  private int batches;

  @Setup(Level.Trial)
  public void start(
      DatabaseTarget target,
      BatchSize size,
      BatchRecords records,
      BenchmarkParams params,
      ThreadParams thread) {
    int index = thread.getThreadIndex();
    repository = target.enter();
    operations = size.operations;
    Entry[] own = target.entries("batch").array((long) index * operations, operations);
    step = records.operation().on(repository, BatchRecords.cycling(own));
    Step other = records.operation().on(repository, records.warmupOf(target, index, own));
    new WarmUp(params, operations).run(other);
  }

  @Setup(Level.Iteration)
  public void await(DatabaseTarget target, BatchRecords records, StartLine line) {
    line.prepareOnce(++batches, () -> records.restore(target));
    line.await();
  }

  @TearDown(Level.Trial)
  public void stop(DatabaseTarget target, StartLine line) {
    line.leave();
    target.leave(repository);
  }

  /** Does the operation on every record of this thread; returns how many there are. */
  int run(Outcomes outcomes) {
    return Batch.run(operations, step, outcomes);
  }
}
