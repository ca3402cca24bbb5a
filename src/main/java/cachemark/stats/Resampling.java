// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.KthSelector;

/**
 * The studentised bootstrap (bootstrap-t): Student's interval with quantiles that are learned from
 * the rounds by drawing them again, so that skewed noise is met. Source: Efron and Tibshirani, An
 * Introduction to the Bootstrap, 1993, chapter 12.
 *
 * <p>The seed is fixed, and the result depends neither on the order of the rounds nor on which side
 * is the numerator: the values are sorted, and each draw is used as it is and mirrored (Hall,
 * Antithetic resampling for the bootstrap, Biometrika 76, 1989).
 *
 * <p>Few rounds teach the quantiles badly, so they are kept within what is known beforehand. A draw
 * that misses a single outlying round looks far too exact, or has no spread at all and an infinite
 * t: no quantile is longer than Student's at 99.9 %. Tails that the rounds happen not to show would
 * make it too short: none is shorter than if the spread were known for certain.
 */
final class Resampling {
  private static final long SEED = 0x5EED_CAC4EL;
  private static final int MIRRORED_DRAWS = 1_000;
  private static final double TAIL = (1 - Interval.CONFIDENCE) / 2;
  private static final int RANK = (int) Math.round(TAIL * (2 * MIRRORED_DRAWS + 1));
  private static final double LONGEST = 0.9995;
  private static final double SHORTEST =
      new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - TAIL);

  private Resampling() {}

  /** The interval of an estimate from its own samples, of 2 values or more each. */
  static Interval interval(Estimate estimate, double[]... samples) {
    if (estimate.standardError() == 0) {
      return estimate.student();
    }
    double[] ts = studentised(samples);
    double longest = estimate.quantile(LONGEST);
    double up = within(-ranked(ts, RANK - 1), longest) * estimate.standardError();
    double down = within(ranked(ts, ts.length - RANK), longest) * estimate.standardError();
    return new Interval(estimate.value() - down, estimate.value() + up);
  }

  /** The value at a rank from 0, found by partial sorting in place. */
  private static double ranked(double[] values, int rank) {
    return new KthSelector().select(values, null, rank);
  }

  private static double within(double quantile, double longest) {
    return Math.max(SHORTEST, Math.min(quantile, longest));
  }

  /** Student's t of every draw. */
  private static double[] studentised(double[]... samples) {
    double[][] centred =
        Arrays.stream(samples)
            .map(Resampling::centred)
            .sorted(
                Comparator.<double[]>comparingInt(s -> s.length).thenComparing(StatUtils::sumSq))
            .toArray(double[][]::new);
    SplittableRandom random = new SplittableRandom(SEED);
    double[] ts = new double[2 * MIRRORED_DRAWS];
    for (int draw = 0; draw < MIRRORED_DRAWS; draw++) {
      Draw plain = new Draw();
      Draw mirrored = new Draw();
      for (double[] sample : centred) {
        again(sample, random, plain, mirrored);
      }
      ts[2 * draw] = plain.t();
      ts[2 * draw + 1] = mirrored.t();
    }
    return ts;
  }

  /** The deviations from the mean, in ascending order. */
  private static double[] centred(double[] sample) {
    double mean = StatUtils.mean(sample);
    return Arrays.stream(sample).map(value -> value - mean).sorted().toArray();
  }

  private static void again(double[] sample, SplittableRandom random, Draw plain, Draw mirrored) {
    int last = sample.length - 1;
    for (int i = 0; i <= last; i++) {
      int index = random.nextInt(last + 1);
      plain.take(sample[index]);
      mirrored.take(sample[last - index]);
    }
    plain.endSample(last + 1);
    mirrored.endSample(last + 1);
  }

  /** The sums of one draw from every sample. */
  private static final class Draw {
    private double sum;
    private double squares;
    private double mean;
    private double variance;

    void take(double deviation) {
      sum += deviation;
      squares += deviation * deviation;
    }

    void endSample(int rounds) {
      mean += sum / rounds;
      variance += (squares - sum * sum / rounds) / (rounds - 1) / rounds;
      sum = 0;
      squares = 0;
    }

    /** Infinite, with the sign of the mean, where the draw has no spread. */
    double t() {
      return mean == 0 ? 0 : mean / Math.sqrt(Math.max(0, variance));
    }
  }
}
