// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Whether and how fast a short series rises, by ranks and medians, so that a single spike neither
 * makes a trend nor hides one.
 */
final class Trend {
  private Trend() {}

  /**
   * One-sided p of "in no order", small for a rising series: the exact test of Mann (Nonparametric
   * tests against trend, Econometrica 13, 1945) and Kendall. Ties count as neither rise nor fall,
   * which errs towards no trend.
   */
  static double pOfRise(double... values) {
    int most = values.length * (values.length - 1) / 2;
    double[] ofInversions = inversions(values.length);
    int rises = (int) pairs(values).filter(slope -> slope > 0).count();
    return Arrays.stream(ofInversions, 0, most - rises + 1).sum();
  }

  /**
   * The change per step: the median over all pairs of values (Sen, Estimates of the Regression
   * Coefficient Based on Kendall's Tau, JASA 63, 1968). Needs 2 values.
   */
  static double slope(double... values) {
    return StatUtils.percentile(pairs(values).toArray(), 50);
  }

  private static DoubleStream pairs(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .flatMapToDouble(
            j -> IntStream.range(0, j).mapToDouble(i -> (values[j] - values[i]) / (j - i)));
  }

  /** The share of all orders of so many values that have 0, 1, 2 … pairs in falling order. */
  private static double[] inversions(int length) {
    double[] shares = {1};
    for (int size = 2; size <= length; size++) {
      double[] next = new double[shares.length + size - 1];
      for (int i = 0; i < shares.length; i++) {
        for (int added = 0; added < size; added++) {
          next[i + added] += shares[i] / size;
        }
      }
      shares = next;
    }
    return shares;
  }
}
