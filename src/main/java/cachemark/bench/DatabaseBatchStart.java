// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Entry;
import java.util.function.LongFunction;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What table and cache hold when a batch starts: nothing before a batch of writes; before a batch
 * of reads exactly its own rows in the table, and the same in the cache, written just now.
 */
@State(Scope.Benchmark)
public class DatabaseBatchStart {
  @Param("1000")
  int operations;

  private RecordOperation operation = RecordOperation.READ;
  private StartLine startLine = new StartLine(1);
  private long all;

  @Setup(Level.Trial)
  public void load(DatabaseTarget target, BenchmarkParams params) {
    operation = RecordOperation.of(params);
    startLine = new StartLine(params.getThreads());
    all = (long) operations * params.getThreads();
    if (operation == RecordOperation.READ) {
      target.fillTable(target.entries("batch"), all);
      target.refillCache(target.entries("batch"), all);
    }
  }

  /** The entries of one thread; no other thread has one of them. */
  Entry[] entriesOf(DatabaseTarget target, int thread) {
    return target.entries("batch").array((long) thread * operations, operations);
  }

  /**
   * What one thread warms up with: for writes records that are always new, since one that is in the
   * cache is not written again; for reads its own batch, since the table holds no other row.
   */
  LongFunction<Entry> warmupOf(DatabaseTarget target, int thread, Entry[] batch) {
    if (operation == RecordOperation.READ) {
      return number -> batch[(int) (number % batch.length)];
    }
    return target.entries("warmup of thread " + thread)::entry;
  }

  /** Returns once table and cache are as the batch needs them and every thread is here. */
  void await(DatabaseTarget target, int batch) {
    startLine.await(
        batch,
        () -> {
          switch (operation) {
            case READ -> target.refillCache(target.entries("batch"), all);
            case WRITE -> target.clear();
          }
        });
  }
}
