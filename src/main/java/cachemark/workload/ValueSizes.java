// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import java.util.List;

/**
 * How many bytes the value of each key has. A key's value always has the same length, so that
 * whoever reads it back can tell whether it is whole: {@code new Payload(seed,
 * sizes.bytes(key)).value(key)} is the value itself. Immutable and thread-safe; takes the same
 * memory for any number of keys.
 */
@FunctionalInterface
public interface ValueSizes {
  /** The length of the value of the key with this number, in bytes. */
  int bytes(long key);

  /** One length for all, 0 or more bytes. */
  static ValueSizes fixed(int bytes) {
    WeightedSize.requireBytes(bytes);
    return key -> bytes;
  }

  /**
   * One of a few lengths for each key, in proportion to their weights.
   *
   * @param seed of which key has which
   */
  static ValueSizes weighted(List<WeightedSize> sizes, long seed) {
    if (sizes.isEmpty()) {
      throw new IllegalArgumentException("no size is given to choose from");
    }
    int[] bytes = sizes.stream().mapToInt(WeightedSize::bytes).toArray();
    AliasTable table = new AliasTable(sizes.stream().mapToDouble(WeightedSize::weight).toArray());
    return key -> bytes[table.at(SplitMix.unit(seed, key))];
  }

  /**
   * Lengths whose logarithms are normally distributed, as those in caches often are: many short
   * values and a few long ones. What would lie outside the bounds does not occur; the rest keeps
   * its proportions.
   *
   * @param medianBytes of the lengths if there were no bounds; within them
   * @param sigma standard deviation of the natural logarithm, above 0, at most 10
   * @param minBytes the shortest, 0 or more
   * @param maxBytes the longest
   * @param seed of which key has which
   */
  static ValueSizes logNormal(
      int medianBytes, double sigma, int minBytes, int maxBytes, long seed) {
    return new LogNormalSizes(medianBytes, sigma, minBytes, maxBytes, seed);
  }
}
