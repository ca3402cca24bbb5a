// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.stats.Ratio;

/** Which of two sides is larger, as far as the interval of their ratio tells. */
enum Lead {
  LEFT,
  RIGHT,
  /** They differ by less than is worth a choice, or cannot be told apart. */
  NEITHER,
  /** There are too few rounds for an interval. */
  UNKNOWN;

  /** The smallest factor that is worth naming a winner for. */
  static final double SMALLEST_FACTOR = 1.02;

  static Lead of(Ratio ratio) {
    if (ratio.interval().isEmpty()) {
      return UNKNOWN;
    }
    double factor = Math.max(ratio.value(), 1 / ratio.value());
    if (!ratio.differs() || factor < SMALLEST_FACTOR) {
      return NEITHER;
    }
    return ratio.value() > 1 ? LEFT : RIGHT;
  }
}
