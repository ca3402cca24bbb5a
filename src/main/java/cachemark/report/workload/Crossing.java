// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * From where on a line stays on the good side of a level, in one round: interpolated between the
 * two measured places on either side.
 *
 * @param kind whether there is such a place among those measured
 * @param x the place; the first measured one where all are good, the last where none is
 */
record Crossing(Kind kind, double x) {
  /** Whether there is such a place. */
  enum Kind {
    /** All that was measured is on the good side. */
    ALWAYS,
    /** From the place on. */
    FROM,
    /** The last measured place is not on the good side. */
    NEVER
  }

  /**
   * The crossing of a line.
   *
   * @param line heights by place, one or more
   * @param level that they are compared with
   * @param above whether heights of the level and more are good, or else only those below it
   */
  static Crossing of(SortedMap<Double, Double> line, double level, boolean above) {
    List<Map.Entry<Double, Double>> points = new ArrayList<>(line.entrySet());
    int last = points.size() - 1;
    for (int i = last; i >= 0; i--) {
      double height = points.get(i).getValue();
      boolean good = above ? height >= level : height < level;
      if (!good) {
        return i == last
            ? new Crossing(Kind.NEVER, points.get(last).getKey())
            : new Crossing(Kind.FROM, between(points.get(i), points.get(i + 1), level));
      }
    }
    return new Crossing(Kind.ALWAYS, points.get(0).getKey());
  }

  private static double between(
      Map.Entry<Double, Double> bad, Map.Entry<Double, Double> good, double level) {
    double share = (level - bad.getValue()) / (good.getValue() - bad.getValue());
    return bad.getKey() + share * (good.getKey() - bad.getKey());
  }
}
