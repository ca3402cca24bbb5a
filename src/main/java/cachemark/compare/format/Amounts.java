// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.format;

import cachemark.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as text, the same in every locale. */
final class Amounts {
  private static final int SIGNIFICANT = 3;
  private static final int MOST_DECIMALS = 15;
  private static final double TIMES_FROM = 10;

  private Amounts() {}

  /** Three significant digits, thousands separated; very small ones with a power of ten. */
  static String significant(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : "n/a";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(SIGNIFICANT));
    int decimals = SIGNIFICANT - (rounded.precision() - rounded.scale());
    return decimals > MOST_DECIMALS || decimals < -MOST_DECIMALS
        ? String.format(Locale.ROOT, "%.2e", value)
        : String.format(Locale.ROOT, "%,." + Math.max(0, decimals) + "f", rounded);
  }

  /** As in {@code [0.890, 0.934]}. */
  static String interval(Interval interval) {
    return "[" + significant(interval.low()) + ", " + significant(interval.high()) + "]";
  }

  /** What a ratio of 1 or more is more than 1: {@code 7.1 %}, or {@code 12.0 times}. */
  static String beyondOne(double ratio) {
    if (!Double.isFinite(ratio)) {
      return "n/a";
    }
    return ratio >= TIMES_FROM
        ? significant(ratio) + " times"
        : String.format(Locale.ROOT, "%.1f %%", 100 * (ratio - 1));
  }

  static String beyondOne(OptionalDouble ratio) {
    return ratio.isPresent() ? beyondOne(ratio.getAsDouble()) : "";
  }

  /** A p-value: {@code 0.012}, {@code <0.001}. */
  static String pValue(double p) {
    return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
  }
}
