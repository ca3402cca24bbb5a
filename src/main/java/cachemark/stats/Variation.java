// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import org.apache.commons.math3.stat.StatUtils;

/** How far values of one kind lie apart, relative to their mean. */
public final class Variation {
  /** The coefficient of variation above which values are called noisy. */
  public static final double NOISY = 0.10;

  private Variation() {}

  /**
   * The coefficient of variation: sample standard deviation over mean, 0.03 for 3 %; NaN below 2
   * values. The values are above 0.
   */
  public static double coefficient(double... values) {
    return values.length < 2
        ? Double.NaN
        : Math.sqrt(StatUtils.variance(values)) / StatUtils.mean(values);
  }
}
