// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;

/** Ranks counted in bins: the first ones by themselves, later ones ever more together. */
final class RankBins {
  private static final double GROWTH = 1.15;

  private final long[] firsts; // counted from 1; behind the last bin, where it ends

  RankBins(long ranks) {
    this.firsts =
        LongStream.concat(
                LongStream.iterate(
                    1, first -> first <= ranks, first -> (long) Math.ceil(first * GROWTH)),
                LongStream.of(ranks + 1))
            .toArray();
  }

  /**
   * The probability that draws by this law would be as far from it as these, or further.
   *
   * @param ranks from 0
   */
  double pValue(ZipfLaw law, int draws, LongSupplier ranks) {
    long[] counts = new long[firsts.length - 1];
    for (int i = 0; i < draws; i++) {
      counts[bin(ranks.getAsLong() + 1)]++;
    }
    double[] expected = new double[counts.length];
    Arrays.setAll(expected, bin -> draws * law.probability(firsts[bin], firsts[bin + 1] - 1));
    return new ChiSquareTest().chiSquareTest(expected, counts);
  }

  private int bin(long rank) {
    int at = Arrays.binarySearch(firsts, rank);
    return at >= 0 ? at : -at - 2;
  }
}
