// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import cachemark.plan.Placement;

/**
 * How evenly this machine works: the same piece of pure CPU work, done over and over by one thread.
 * What makes a piece take longer than the others (other processes, interrupts, the hypervisor)
 * makes operations take longer, too.
 *
 * @param placement whose cores of the client the thread was kept on
 * @param medianNanos of a piece
 * @param p99Nanos 99 of 100 pieces took no longer
 * @param maxNanos of the piece that took longest
 * @param count of pieces
 */
public record Noise(
    Placement placement, long medianNanos, long p99Nanos, long maxNanos, long count) {
  public Noise {
    if (count < 1 || medianNanos < 1 || p99Nanos < medianNanos || maxNanos < p99Nanos) {
      throw new IllegalArgumentException(
          "not a noise: count "
              + count
              + ", medianNanos "
              + medianNanos
              + ", p99Nanos "
              + p99Nanos
              + ", maxNanos "
              + maxNanos);
    }
  }

  /** How much longer the slowest hundredth took than the usual piece, as a ratio of 1 or more. */
  public double p99OverMedian() {
    return (double) p99Nanos / medianNanos;
  }

  /** The longest time in which no work got done, in nanoseconds. */
  public long worstGapNanos() {
    return maxNanos - medianNanos;
  }
}
