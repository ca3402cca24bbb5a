// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.time.Duration;

/**
 * When is measured; all times of this room are nanoseconds from the start of the warm-up.
 *
 * @param fromNanos end of the warm-up, 0 or more
 * @param toNanos end of the measurement, later
 * @param graceNanos how much longer may be waited for what is late
 */
record Window(long fromNanos, long toNanos, long graceNanos) {
  Window {
    if (fromNanos < 0 || toNanos <= fromNanos || graceNanos < 0) {
      throw new IllegalArgumentException(
          "no window: from " + fromNanos + " to " + toNanos + " ns, grace " + graceNanos + " ns");
    }
  }

  static Window of(Duration warmup, Duration duration, Duration grace) {
    long from = warmup.toNanos();
    return new Window(from, from + duration.toNanos(), grace.toNanos());
  }

  /** When nothing is waited for any more. */
  long endNanos() {
    return toNanos + graceNanos;
  }

  /** How long is measured. */
  long lengthNanos() {
    return toNanos - fromNanos;
  }

  /** Whether what was due, or sent, then is part of the measurement. */
  boolean has(long nanos) {
    return nanos >= fromNanos && nanos < toNanos;
  }
}
