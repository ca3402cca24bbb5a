// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The time of this machine. Thread-safe once it is started. */
final class SystemTimer implements Timer {
  /** The kernel wakes a thread so late, or later; this much is looked at the clock instead. */
  private static final long SLACK_NANOS = TimeUnit.MICROSECONDS.toNanos(60);

  private long startNanos = System.nanoTime();

  /** Counts the time from this reading of {@link System#nanoTime} on. */
  void startAt(long nanos) {
    startNanos = nanos;
  }

  @Override
  public long nowNanos() {
    return System.nanoTime() - startNanos;
  }

  @Override
  @SuppressWarnings("ThreadPriorityCheck") // the others that wait for this core are as due
  public void awaitNanos(long nanos) throws InterruptedException {
    for (long left = nanos - nowNanos(); left > 0; left = nanos - nowNanos()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("while waiting for a request to be due");
      }
      if (left > SLACK_NANOS) {
        LockSupport.parkNanos(left - SLACK_NANOS);
      } else {
        Thread.yield();
      }
    }
  }
}
