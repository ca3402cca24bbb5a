// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Entry;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  private static final int PATIENCE_SECONDS = 60;

  @Param("1000")
  int operations;

  private Operation operation = Operation.GET;
  private Entry[] warmup = {};
  private CyclicBarrier allReady = new CyclicBarrier(1);
  private int prepared;

  @Setup(Level.Trial)
  public void load(Target target, BenchmarkParams params) {
    operation = operationOf(params);
    allReady = new CyclicBarrier(params.getThreads());
    Entries others = target.entries("warmup");
    warmup = others.array(0, WARMUP_KEYS);
    if (operation == Operation.GET) {
      target.load(others, WARMUP_KEYS);
      target.load(target.entries("batch"), (long) operations * params.getThreads());
    }
  }

  /** The operation a benchmark method is named after. */
  static Operation operationOf(BenchmarkParams params) {
    return params.getBenchmark().endsWith(".setBatch") ? Operation.SET : Operation.GET;
  }

  /** The keys and values of one thread; no other thread has one of them. */
  Entry[] entriesOf(Target target, int thread) {
    return target.entries("batch").array((long) thread * operations, operations);
  }

  /** Keys and values that no batch holds. */
  Entry[] warmupEntries() {
    return warmup;
  }

  /** Returns once the server is as the batch needs it and every thread is here. */
  void await(Target target, int batch) {
    prepare(target, batch);
    try {
      allReady.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before a batch", e);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("another thread never came to the start of the batch", e);
    }
  }

  private synchronized void prepare(Target target, int batch) {
    if (batch > prepared && operation == Operation.SET) {
      target.flush();
    }
    prepared = Math.max(prepared, batch);
  }
}
