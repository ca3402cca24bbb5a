// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.source;

import cachemark.compare.side.CellKey;
import cachemark.compare.side.Series;
import cachemark.stats.Ratio;
import java.util.Map;

/** What a machine cannot tell apart: by how much the same cell differs from itself. */
final class Floor {
  private Floor() {}

  /**
   * By how many times the two measurements of a cell differ at most, over the rounds that both
   * have; NaN where no cell has two.
   */
  static double of(Map<CellKey, Series> once, Map<CellKey, Series> again) {
    double floor = Double.NaN;
    for (Map.Entry<CellKey, Series> entry : again.entrySet()) {
      Series first = once.get(entry.getKey());
      Series second = entry.getValue();
      if (first != null) {
        double ratio =
            Ratio.ofPairs(first.inRoundsOf(second), second.inRoundsOf(first))
                .map(Ratio::value)
                .orElse(Double.NaN);
        floor = larger(floor, Math.max(ratio, 1 / ratio));
      }
    }
    return floor;
  }

  private static double larger(double a, double b) {
    return Double.isNaN(a) || b > a ? b : a;
  }
}
