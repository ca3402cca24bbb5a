// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as text, the same in every locale. */
public final class Digits {
  private static final int SIGNIFICANT = 3;

  private Digits() {}

  /**
   * Three significant digits, thousands separated: {@code 0.0263}, {@code 1.20}, {@code 48,200}.
   */
  public static String significant(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : "n/a";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(SIGNIFICANT));
    int decimals = Math.max(0, SIGNIFICANT - 1 - exponent(rounded));
    return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
  }

  /** A whole number, thousands separated. */
  public static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  /** A factor with two decimals, or three significant digits from 10 up. */
  public static String factor(double value) {
    return value >= 10 ? significant(value) : String.format(Locale.ROOT, "%.2f", value);
  }

  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }
}
