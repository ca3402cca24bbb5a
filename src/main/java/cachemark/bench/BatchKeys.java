// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.bench.measure.BatchSize;
import cachemark.bench.measure.Operation;
import cachemark.bench.target.Entries;
import cachemark.bench.target.Server;
import cachemark.store.Entry;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The keys of batches of gets or of sets: all on the server before a batch of gets, an empty server
 * before a batch of sets.
 */
@State(Scope.Benchmark)
public class BatchKeys {
  private static final int WARMUP_KEYS = 1_000;

  private Operation operation = Operation.GET;
  private Entry[] warmup = {};

  @Setup(Level.Trial)
  public void load(Server server, BatchSize size, BenchmarkParams params) {
    operation = Operation.of(params);
    Entries others = server.entries("warmup");
    warmup = others.array(0, WARMUP_KEYS);
    if (operation == Operation.GET) {
      server.load(others, WARMUP_KEYS);
      server.load(server.entries("batch"), (long) size.operations * params.getThreads());
    }
  }

  /** The operation that the benchmark is named after. */
  Operation operation() {
    return operation;
  }

  /** Keys and values that no batch holds. */
  Entry[] warmupEntries() {
    return warmup;
  }

  /** Makes the server what the next batch needs. */
  void restore(Server server) {
    if (operation == Operation.SET) {
      server.flush();
    }
  }
}
