// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.Series;
import cachemark.stats.Variation;
import java.util.Arrays;

/**
 * What one side measured of a cell.
 *
 * @param rounds that have a value
 * @param invalid rounds that have none
 * @param mean over the rounds, in the side's own unit
 * @param unit of the mean
 * @param variation coefficient of variation over the rounds; NaN with one
 */
public record Measure(int rounds, int invalid, double mean, String unit, double variation) {
  static Measure of(Series series) {
    double[] values = series.values();
    return new Measure(
        values.length,
        series.invalid(),
        Arrays.stream(values).average().orElse(Double.NaN),
        series.unit(),
        Variation.coefficient(values));
  }

  /** Whether the rounds differ too much to tell small differences. */
  boolean isNoisy() {
    return variation > Variation.NOISY;
  }
}
