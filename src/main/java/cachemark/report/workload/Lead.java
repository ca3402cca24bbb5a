// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.figure.Digits;
import cachemark.stats.Ratio;
import java.util.Optional;

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

  /** It in words, of sides that answer requests; empty where there are too few rounds. */
  Optional<String> words(Ratio ratio, String left, String right) {
    return switch (this) {
      case LEFT -> Optional.of(left + " " + factor(ratio) + " as fast as " + right);
      case RIGHT -> Optional.of(right + " " + factor(ratio.inverse()) + " as fast as " + left);
      case NEITHER -> Optional.of("no detectable difference between " + left + " and " + right);
      case UNKNOWN -> Optional.empty();
    };
  }

  private static String factor(Ratio ratio) {
    return Digits.factor(ratio.value()) + "×";
  }
}
