// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

/**
 * The operations under which something is drilled.
 *
 * @param keys that are stored before, 1 or more for each thread
 * @param valueBytes of every value, {@link VersionedValue#LEAST_BYTES} or more
 * @param ratePerSecond operations that are due, evenly apart, above 0
 * @param getShare how many of them are reads, from 0 to 1
 * @param threads that do them, each over a client of its own where the subject has such, 1 or more
 * @param seed of keys and chance
 */
public record DrillPlan(
    int keys, int valueBytes, double ratePerSecond, double getShare, int threads, long seed) {
  public DrillPlan {
    require(threads >= 1 && threads <= 1_000, "threads", threads, "from 1 to 1000");
    require(keys >= threads && keys <= 10_000_000, "keys", keys, "from the threads to 10 million");
    require(
        valueBytes >= VersionedValue.LEAST_BYTES && valueBytes <= 1_000_000,
        "bytes of values",
        valueBytes,
        "from " + VersionedValue.LEAST_BYTES + " to a million");
    require(
        ratePerSecond > 0 && ratePerSecond <= 1e6,
        "operations a second",
        ratePerSecond,
        "above 0 and up to a million");
    require(getShare >= 0 && getShare <= 1, "share of gets", getShare, "from 0 to 1");
  }

  private static void require(boolean holds, String name, double value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(name + ": " + value + " is not " + range);
    }
  }
}
