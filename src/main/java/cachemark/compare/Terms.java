// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.plan.PlanException;
import java.util.Set;
import java.util.TreeSet;

/**
 * How to compare.
 *
 * @param threshold relative difference up to which nobody cares, above 0 and below 10
 * @param across names of what is meant to differ: aspects, or labels of cells
 */
public record Terms(double threshold, Set<String> across) {
  /** The threshold unless another is asked for. */
  public static final double USUAL_THRESHOLD = 0.05;

  private static final double LARGEST_THRESHOLD = 10;

  public Terms {
    if (!(threshold > 0 && threshold < LARGEST_THRESHOLD)) {
      throw new PlanException(
          "the threshold is " + threshold + "; it goes from above 0 to below 10, 0.05 for 5 %");
    }
    across = Set.copyOf(across);
  }

  /** The usual threshold, and nothing that is meant to differ but {@code across}. */
  public static Terms usual(String... across) {
    return new Terms(USUAL_THRESHOLD, new TreeSet<>(Set.of(across)));
  }
}
