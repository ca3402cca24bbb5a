// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Whether one fork kept its speed while it was measured.
 *
 * <p>Barrett et al. (Virtual Machine Warmup Blows Hot and Cold, OOPSLA 2017) and Traini et al.
 * (Towards effective assessment of steady state performance in Java software, EMSE 2023) look for
 * change points in hundreds or thousands of iterations; Georges et al. (Statistically Rigorous Java
 * Performance Evaluation, OOPSLA 2007) ask for a low coefficient of variation over the last ones.
 * With two or three measured iterations a trend has to show in two ways, a test's and an effect's:
 *
 * <ul>
 *   <li>The last iterations of the warm-up and the measured ones together rise (fall) beyond
 *       chance, by a rank test at 5 % each way. The fork's first iteration, slow in every fork, has
 *       no say, nor has more warm-up than {@value #LEAD} iterations, or as many as were measured.
 *   <li>The measured ones alone drift by {@link #TOLERANCE} or more from the first to the last.
 * </ul>
 *
 * <p>Of more than {@value #MOST} measured iterations, medians of consecutive ones take their place.
 * What ends within the warm-up is no trend, whatever its size, for it was not measured.
 */
public enum Steadiness {
  /** Neither a trend nor noise beyond {@link Variation#NOISY}. */
  FLAT,
  /** It still got faster. */
  WARMING,
  /** It got slower. */
  SLOWING,
  /** No trend, and the measured iterations vary beyond {@link Variation#NOISY}. */
  UNSTEADY,
  /** Too few iterations to say, or a score that is no speed. */
  UNKNOWN;

  /** Drift over the measured iterations that counts: 5 %, told by logarithms. */
  public static final double TOLERANCE = 0.05;

  private static final double SIGNIFICANCE = 0.05;
  private static final int LEAD = 3;
  private static final int MOST = 20;
  private static final int FEWEST_MEASURED = 2;

  /** Iterations below which not even a series without a step back is beyond chance. */
  private static final int FEWEST = 4;

  /**
   * The class of one fork from the scores of its iterations, in order.
   *
   * @param warmup scores of the warm-up, in the unit of the measured ones
   * @param measured scores, above 0
   * @param moreIsBetter whether a larger score is a faster one
   */
  public static Steadiness of(double[] warmup, double[] measured, boolean moreIsBetter) {
    if (measured.length < FEWEST_MEASURED
        || !DoubleStream.concat(Arrays.stream(warmup), Arrays.stream(measured))
            .allMatch(score -> score > 0 && Double.isFinite(score))) {
      return UNKNOWN;
    }
    int block = (measured.length + MOST - 1) / MOST;
    double[] counted = speeds(measured, block, moreIsBetter);
    double[] before = speeds(warmup, block, moreIsBetter);
    int lead = Math.max(0, Math.min(before.length - 1, Math.max(LEAD, counted.length)));
    double[] last =
        DoubleStream.concat(
                Arrays.stream(before).skip(before.length - lead), Arrays.stream(counted))
            .toArray();
    if (last.length < FEWEST) {
      return UNKNOWN;
    }
    if (rises(last, counted)) {
      return WARMING;
    }
    if (rises(negated(last), negated(counted))) {
      return SLOWING;
    }
    return Variation.coefficient(measured) > Variation.NOISY ? UNSTEADY : FLAT;
  }

  private static boolean rises(double[] last, double[] counted) {
    return (counted.length - 1) * Trend.slope(counted) >= Math.log1p(TOLERANCE)
        && Trend.pOfRise(last) <= SIGNIFICANCE;
  }

  /** Logarithms of the speed, of the median of so many iterations at a time up to the last. */
  private static double[] speeds(double[] scores, int block, boolean moreIsBetter) {
    int skipped = scores.length % block;
    return IntStream.range(0, scores.length / block)
        .mapToDouble(i -> StatUtils.percentile(scores, skipped + i * block, block, 50))
        .map(score -> moreIsBetter ? Math.log(score) : -Math.log(score))
        .toArray();
  }

  private static double[] negated(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }
}
