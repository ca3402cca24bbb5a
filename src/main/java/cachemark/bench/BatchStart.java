// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Entry;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The state every batch starts from, and the moment: an empty server before a batch of writes, all
 * of its keys on the server before a batch of reads, and all threads ready.
 */
@State(Scope.Benchmark)
public class BatchStart {
  private static final int WARMUP_KEYS = 1_000;

  @Param("1000")
  int operations;

  private Operation operation = Operation.GET;
  private Entry[] warmup = {};
  private StartLine startLine = new StartLine(1);

  @Setup(Level.Trial)
  public void load(Target target, BenchmarkParams params) {
    operation = Operation.of(params);
    startLine = new StartLine(params.getThreads());
    Entries others = target.entries("warmup");
    warmup = others.array(0, WARMUP_KEYS);
    if (operation == Operation.GET) {
      target.load(others, WARMUP_KEYS);
      target.load(target.entries("batch"), (long) operations * params.getThreads());
    }
  }

  /** The keys and values of one thread; no other thread has one of them. */
  Entry[] entriesOf(Target target, int thread) {
    return target.entries("batch").array((long) thread * operations, operations);
  }

  /** A key and value that no batch holds; there are a thousand, again and again. */
  Entry warmupEntry(long number) {
    return warmup[(int) (number % warmup.length)];
  }

  /** Returns once the server is as the batch needs it and every thread is here. */
  void await(Target target, int batch) {
    startLine.await(
        batch,
        () -> {
          if (operation == Operation.SET) {
            target.flush();
          }
        });
  }
}
