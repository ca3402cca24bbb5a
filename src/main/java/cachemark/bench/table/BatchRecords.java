// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.table;

import cachemark.bench.measure.BatchSize;
import cachemark.store.Entry;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The records of batches of reads or of writes: table and cache hold nothing before a batch of
 * writes; before a batch of reads the table holds its records and no others, and so does the cache,
 * written just now.
 */
@State(Scope.Benchmark)
public class BatchRecords {
  private RecordOperation operation = RecordOperation.READ;
  private long all;

  @Setup(Level.Trial)
  public void load(DatabaseTarget target, BatchSize size, BenchmarkParams params) {
    operation = RecordOperation.of(params);
    all = (long) size.operations * params.getThreads();
    if (operation == RecordOperation.READ) {
      target.fillTable(target.entries("batch"), all);
      target.refillCache(target.entries("batch"), all);
    }
  }

  /** The operation that the benchmark is named after. */
  RecordOperation operation() {
    return operation;
  }

  /**
   * What one thread warms up with: for writes records that are always new, since one that is in the
   * cache is not written again; for reads its own batch, since the table holds no other row.
   */
  IntFunction<Entry> warmupOf(DatabaseTarget target, int thread, Entry[] batch) {
    if (operation == RecordOperation.READ) {
      return cycling(batch);
    }
    return target.entries("warmup of thread " + thread)::entry;
  }

  /** The entries in their order, again and again. */
  static IntFunction<Entry> cycling(Entry[] entries) {
    return number -> entries[number % entries.length];
  }

  /** Makes table and cache what the next batch needs. */
  void restore(DatabaseTarget target) {
    switch (operation) {
      case READ -> target.refillCache(target.entries("batch"), all);
      case WRITE -> target.clear();
    }
  }
}
