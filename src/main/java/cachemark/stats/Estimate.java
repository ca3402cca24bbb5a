// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The sum of the means of independent samples, and how well it is known: a mean where there is one
 * sample, a difference of means where the second one comes with its signs changed.
 *
 * <p>Source of the degrees of freedom: Welch, The generalization of 'Student's' problem when
 * several different population variances are involved, Biometrika 34, 1947; for one sample they are
 * Student's.
 *
 * @param value the sum of the means
 * @param standardError of the value, in its unit; 0 where no sample varies
 * @param degrees of freedom of the standard error, Welch and Satterthwaite's; NaN where no sample
 *     varies
 */
record Estimate(double value, double standardError, double degrees) {
  /** What rounding leaves of whole degrees of freedom. */
  private static final double WHOLE = 1e-9;

  /** Those of whole degrees: one for every number of rounds. */
  private static final Map<Quantile, Double> QUANTILES = new ConcurrentHashMap<>();

  /** The estimate from samples of 2 values or more each. */
  static Estimate of(double[]... samples) {
    double value = 0;
    double square = 0;
    double fourth = 0;
    for (double[] sample : samples) {
      double ofMean = StatUtils.variance(sample) / sample.length;
      value += StatUtils.mean(sample);
      square += ofMean;
      fourth += ofMean * ofMean / (sample.length - 1);
    }
    return new Estimate(value, Math.sqrt(square), square * square / fourth);
  }

  /** Student's (with two samples Welch's) interval at {@link Interval#CONFIDENCE}. */
  Interval student() {
    double half = standardError == 0 ? 0 : quantile((1 + Interval.CONFIDENCE) / 2) * standardError;
    return new Interval(value - half, value + half);
  }

  /** Two-sided p of "the true value is 0" by Student's (Welch's) test; the error is above 0. */
  double pValue() {
    return 2 * student(degrees).cumulativeProbability(-Math.abs(value / standardError));
  }

  /** Student's quantile at these degrees of freedom. */
  double quantile(double probability) {
    long whole = Math.round(degrees);
    return Math.abs(degrees - whole) < WHOLE
        ? QUANTILES.computeIfAbsent(new Quantile(probability, whole), Quantile::value)
        : new Quantile(probability, degrees).value();
  }

  /** A question of which reports ask the same few thousands of times, and which takes a search. */
  private record Quantile(double probability, double degrees) {
    double value() {
      return student(degrees).inverseCumulativeProbability(probability);
    }
  }

  /** The distribution without a generator of random numbers, which costs more than the rest. */
  private static TDistribution student(double degrees) {
    return new TDistribution(null, degrees);
  }
}
