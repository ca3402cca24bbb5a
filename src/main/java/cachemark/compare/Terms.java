// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.Aspect;
import cachemark.compare.side.CellKey;
import cachemark.compare.side.Side;
import cachemark.plan.Nearest;
import cachemark.plan.PlanException;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
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

  /**
   * Checks the names of what is meant to differ.
   *
   * @throws PlanException with the nearest if one is no aspect and no axis of either side
   */
  void requireKnown(Side base, Side next) {
    NavigableSet<String> known = new TreeSet<>(Set.of(CellKey.THREADS));
    Arrays.stream(Aspect.values()).map(Aspect::text).forEach(known::add);
    for (Side side : List.of(base, next)) {
      side.cells().keySet().forEach(key -> known.addAll(key.labels().keySet()));
    }
    for (String name : across) {
      if (!known.contains(name)) {
        throw new PlanException(
            "\"" + name + "\" is nothing that can differ: " + Nearest.hint(name, known));
      }
    }
  }
}
