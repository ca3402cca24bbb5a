// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import java.util.Arrays;

/**
 * How far a Redis replica is behind its master.
 *
 * @param waits whether each write waited by {@code WAIT 1} until the replica had it
 * @param writes to the master, each looked for on the replica
 * @param found how many writes were seen on the replica
 * @param foundAtOnce how many of these at the first look after they were acknowledged
 * @param acknowledged from sending each write to its acknowledgement, {@code WAIT} included
 * @param visible from sending each write until it was seen on the replica, or given up
 */
public record Lag(
    boolean waits, int writes, int found, int foundAtOnce, Times acknowledged, Times visible) {
  /**
   * Times in nanoseconds.
   *
   * @param p50Nanos half of them were no longer
   * @param p99Nanos 99 of 100 were no longer
   * @param maxNanos the longest
   */
  public record Times(long p50Nanos, long p99Nanos, long maxNanos) {
    /** Those of one value or more. */
    static Times of(long[] nanos) {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return new Times(at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static long at(long[] sorted, double share) {
      return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
  }
}
