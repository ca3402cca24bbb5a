// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * p-values of several comparisons, adjusted so that the chance of any false alarm among them stays
 * at the level of one. Source: Holm, A Simple Sequentially Rejective Multiple Test Procedure,
 * Scandinavian Journal of Statistics 6, 1979; R's {@code p.adjust(method = "holm")}.
 */
public final class Holm {
  private Holm() {}

  /**
   * The adjusted p-values in the order of the given ones, none below its own and none above 1.
   *
   * @throws IllegalArgumentException unless all are from 0 to 1
   */
  public static double[] adjusted(double... pValues) {
    List<Integer> ascending =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .toList();
    double[] adjusted = new double[pValues.length];
    double least = 0;
    int left = pValues.length;
    for (int i : ascending) {
      if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
        throw new IllegalArgumentException("a p-value is from 0 to 1, not " + pValues[i]);
      }
      least = Math.max(least, Math.min(1, left * pValues[i]));
      adjusted[i] = least;
      left--;
    }
    return adjusted;
  }
}
