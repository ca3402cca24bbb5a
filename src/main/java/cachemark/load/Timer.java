// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/** Tells the time and lets it pass. */
interface Timer {
  /** Nanoseconds since the start of the warm-up. */
  long nowNanos();

  /** Returns when it is so late, or at once if it is. */
  void awaitNanos(long nanos) throws InterruptedException;
}
