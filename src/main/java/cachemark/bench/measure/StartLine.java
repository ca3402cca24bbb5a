// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.measure;

import cachemark.bench.fork.TrialProbe;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/** Where the threads of a batch wait for each other, and where one of them prepares for all. */
@State(Scope.Benchmark)
public class StartLine {
  private static final int PATIENCE_SECONDS = 60;

  private CyclicBarrier start = new CyclicBarrier(1);
  private CyclicBarrier end = new CyclicBarrier(1);
  private int prepared;

  @Setup(Level.Trial)
  public void draw(BenchmarkParams params) {
    start = new CyclicBarrier(params.getThreads(), TrialProbe::begin);
    end = new CyclicBarrier(params.getThreads());
  }

  /** Prepares the batch with this number, from 1, for the first thread that comes to it. */
  public synchronized void prepareOnce(int batch, Runnable preparation) {
    if (batch > prepared) {
      preparation.run();
      prepared = batch;
    }
  }

  /** Returns once every thread is prepared; what the batch costs is counted from then on. */
  public void await() {
    await(start);
  }

  /** Returns once every thread has done its part of the batch. */
  public void awaitEnd() {
    await(end);
  }

  /** Ends what the batches cost: what a thread does after this only tidies up. */
  public void leave() {
    TrialProbe.end();
  }

  private static void await(CyclicBarrier all) {
    try {
      all.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for other threads", e);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("another thread of the batch never came", e);
    }
  }
}
