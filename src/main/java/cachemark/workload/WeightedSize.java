// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

/**
 * A length that values may have.
 *
 * @param bytes 0 or more
 * @param weight how often beside others, above 0
 */
public record WeightedSize(int bytes, double weight) {
  private static final double MAX_WEIGHT = 1e15;

  public WeightedSize {
    requireBytes(bytes);
    if (!(weight > 0 && weight <= MAX_WEIGHT)) {
      throw new IllegalArgumentException(
          "a weight of " + weight + " for " + bytes + " bytes is not above 0 and at most 1e15");
    }
  }

  static void requireBytes(int bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("a value of " + bytes + " bytes cannot be");
    }
  }
}
