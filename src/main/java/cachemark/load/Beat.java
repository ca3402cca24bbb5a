// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.time.Duration;

/**
 * When the operations of one of several threads are due that share a rate, for whoever does them by
 * other means than {@link LoadRig}. Not thread-safe.
 */
public final class Beat {
  /** When nothing is due any more. */
  public static final long NEVER = Arrivals.NEVER;

  private final Arrivals arrivals;

  /**
   * A beat.
   *
   * @param thread from 0
   * @param threads that share {@code rate} evenly
   * @param seed of what chance has a part in
   */
  public Beat(Spacing spacing, Rate rate, int thread, int threads, long seed, Duration duration) {
    Window window = Window.of(Duration.ZERO, duration, Duration.ZERO);
    this.arrivals = new Arrivals(spacing.places(thread, threads, seed), rate, window);
  }

  /**
   * When the next operation is due, in nanoseconds from the start, {@link #NEVER} after the last;
   * goes on to the one after.
   */
  public long take() {
    return arrivals.take();
  }
}
