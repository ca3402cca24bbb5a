// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.result.ForkTime;
import java.util.concurrent.TimeUnit;

/** What the time of one fork goes into, seen from the process that starts it. Not thread-safe. */
final class ForkClock {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long madeNanos = System.nanoTime();
  private long startNanos;
  private double warmupNanos;
  private double measuredNanos;

  /** The fork is about to begin an iteration. */
  void iterates() {
    if (startNanos == 0) {
      startNanos = System.nanoTime() - madeNanos;
    }
  }

  /** An iteration has ended that was given this time. */
  void timed(boolean warmup, long nanos) {
    if (warmup) {
      warmupNanos += nanos;
    } else {
      measuredNanos += nanos;
    }
  }

  /**
   * A batch has ended.
   *
   * @param warmup nanoseconds that its set-up had to warm up
   * @param seconds that it took
   */
  void batch(long warmup, double seconds) {
    warmupNanos += warmup;
    measuredNanos += seconds * NANOS_PER_SECOND;
  }

  ForkTime time() {
    return new ForkTime(millis((double) startNanos), millis(warmupNanos), millis(measuredNanos));
  }

  private static long millis(double nanos) {
    return Math.round(nanos / TimeUnit.MILLISECONDS.toNanos(1));
  }
}
