// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Where the values of the rounds themselves lie; no estimate of anything.
 *
 * @param low end, in the unit of the values
 * @param high end, not below {@code low}
 */
public record Spread(double low, double high) {
  /** Rounds from which on quartiles say more than the two outermost rounds. */
  public static final int FEWEST_FOR_QUARTILES = 8;

  /** From the lowest to the highest of {@code values}, which are 1 or more. */
  public static Spread ends(double... values) {
    return new Spread(
        Arrays.stream(values).min().orElseThrow(), Arrays.stream(values).max().orElseThrow());
  }

  /** From the lower quartile to the upper one of {@code values}, which are 1 or more. */
  public static Spread quartiles(double... values) {
    return new Spread(StatUtils.percentile(values, 25), StatUtils.percentile(values, 75));
  }
}
