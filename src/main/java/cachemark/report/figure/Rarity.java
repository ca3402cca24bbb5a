// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * How rare a longer time is: 1/(1 − p), so that the 99th percentile is one in 100. On a logarithmic
 * axis of it, ten times as rare is always the same distance.
 */
public final class Rarity {
  /** Those that are labelled and listed: 50, 90, 99, 99.9 and 99.99 %. */
  public static final List<Double> LABELLED = List.of(2.0, 10.0, 100.0, 1_000.0, 10_000.0);

  private static final int PER_DECADE = 12;
  private static final int DECADES = 4;
  private static final MathContext DIGITS = new MathContext(6);

  private Rarity() {}

  /** The rarity of what is longer than a percentile, which is from 0 to below 100. */
  public static double of(double percent) {
    return 100 / (100 - percent);
  }

  /** The percentile, from 0 to below 100, that one in {@code rarity} exceeds. */
  public static double percent(double rarity) {
    return 100 - 100 / rarity;
  }

  /** Every rarity at which a curve is read, ascending: the labelled ones and those between. */
  public static List<Double> grid() {
    List<Double> grid = new ArrayList<>();
    double first = LABELLED.get(0);
    grid.add(first);
    for (int decade = 0; decade < DECADES; decade++) {
      for (int step = 0; step < PER_DECADE; step++) {
        double rarity = Math.pow(10, decade) * Math.pow(10, (double) step / PER_DECADE);
        if (rarity > first) {
          grid.add(rarity);
        }
      }
    }
    grid.add(Math.pow(10, DECADES));
    return grid;
  }

  /** The percentile of a rarity as text: {@code 99.9 %}. */
  static String label(double rarity) {
    BigDecimal percent = new BigDecimal(percent(rarity)).round(DIGITS).stripTrailingZeros();
    return percent.toPlainString() + " %";
  }
}
