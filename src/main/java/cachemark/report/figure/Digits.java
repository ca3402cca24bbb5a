// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same in every locale. */
public final class Digits {
  private static final int SIGNIFICANT = 3;
  private static final int GROUP = 3;

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
    return grouped(rounded.setScale(decimals, RoundingMode.HALF_UP));
  }

  /** A whole number, thousands separated. */
  public static String whole(double value) {
    return fixed(value, 0);
  }

  /** A factor with two decimals, or three significant digits from 10 up. */
  public static String factor(double value) {
    return value >= 10 ? significant(value) : fixed(value, 2);
  }

  /** So many decimals, thousands separated. */
  public static String fixed(double value, int decimals) {
    return Double.isFinite(value)
        ? grouped(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP))
        : "n/a";
  }

  private static String grouped(BigDecimal value) {
    StringBuilder text = new StringBuilder(value.toPlainString());
    int point = text.indexOf(".") < 0 ? text.length() : text.indexOf(".");
    int first = value.signum() < 0 ? 1 : 0;
    for (int at = point - GROUP; at > first; at -= GROUP) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }
}
