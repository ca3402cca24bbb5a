// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.StatUtils;

/**
 * What the rounds say for and against "the ratio is 1", judged on natural logarithms.
 *
 * <p>Rounds whose logarithms agree to twelve digits do not vary: what is left there is rounding.
 * Then p is 1 and the effect 0 if the ratio is 1, else p is 0 and the effect infinite; and the
 * smallest ratio that would be found is 1 itself.
 *
 * @param pValue two-sided, 0 to 1: Student's test of paired rounds, Welch's of two separate runs;
 *     one comparison's own, see {@link Holm} for several
 * @param effectSize mean of the logarithms over their standard deviation, with Hedges' correction
 *     for few rounds; above 0 where the ratio is above 1. For pairs that is Cohen's d<sub>z</sub>
 *     (Lakens, Frontiers in Psychology 4:863, 2013). For separate runs it is the difference over
 *     the root of the two variances' mean, g*<sub>s</sub> (Delacre et al., Why Hedges' g*s based on
 *     the non-pooled standard deviation should be reported with Welch's t-test, 2021)
 * @param minimumDetectableRatio the smallest ratio above 1 (its inverse serves below) that as many
 *     rounds with this very spread find {@link #POWER} of the time; 1 where nothing varies
 */
public record Evidence(double pValue, double effectSize, double minimumDetectableRatio) {
  /** How often the minimum detectable ratio is detected at {@link Interval#CONFIDENCE}. */
  public static final double POWER = 0.95;

  /** Relative difference up to which two ratios are one. */
  static final double ROUNDING = 1e-12;

  /** The evidence of samples of logarithms that add up to the ratio's, 2 values or more each. */
  static Evidence of(Estimate ratio, double[]... logs) {
    if (ratio.standardError() <= ROUNDING) {
      return Math.abs(ratio.value()) <= ROUNDING
          ? new Evidence(1, 0, 1)
          : new Evidence(0, Math.copySign(Double.POSITIVE_INFINITY, ratio.value()), 1);
    }
    return new Evidence(ratio.pValue(), effectSize(ratio, logs), Math.exp(detectable(ratio)));
  }

  /** The same evidence for the ratio the other way round. */
  Evidence inverse() {
    return new Evidence(pValue, -effectSize, minimumDetectableRatio);
  }

  private static double effectSize(Estimate ratio, double[]... logs) {
    double sum = 0;
    double squares = 0;
    for (double[] sample : logs) {
      double variance = StatUtils.variance(sample);
      sum += variance;
      squares += variance * variance / (sample.length - 1);
    }
    return ratio.value() / Math.sqrt(sum / logs.length) * hedges(sum * sum / squares);
  }

  /** Hedges, Distribution theory for Glass's estimator of effect size, 1981: the exact factor. */
  private static double hedges(double degrees) {
    return Math.exp(Gamma.logGamma(degrees / 2) - Gamma.logGamma((degrees - 1) / 2))
        / Math.sqrt(degrees / 2);
  }

  /**
   * The sum of two quantiles stands for the noncentral t; from 5 rounds on the power it promises is
   * right within half a percent.
   */
  private static double detectable(Estimate ratio) {
    double significant = ratio.quantile((1 + Interval.CONFIDENCE) / 2);
    return (significant + ratio.quantile(POWER)) * ratio.standardError();
  }
}
