// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where the threads of a batch wait until all are there and the servers are prepared; what the
 * batch costs is counted from then on.
 */
final class StartLine {
  private static final int PATIENCE_SECONDS = 60;

  private final CyclicBarrier allReady;
  private int prepared;

  StartLine(int threads) {
    this.allReady = new CyclicBarrier(threads, TrialProbe::begin);
  }

  /**
   * Returns once every thread is here; the first to come prepares the batch, alone.
   *
   * @param batch number of the batch, from 1 on
   */
  void await(int batch, Runnable preparation) {
    prepare(batch, preparation);
    try {
      allReady.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before a batch", e);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("another thread never came to the start of the batch", e);
    }
  }

  private synchronized void prepare(int batch, Runnable preparation) {
    if (batch > prepared) {
      prepared = batch;
      preparation.run();
    }
  }
}
