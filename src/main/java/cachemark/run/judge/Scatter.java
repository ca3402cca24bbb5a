// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.result.Iteration;
import cachemark.stats.Variation;
import java.util.stream.Stream;

/** Whether the measured iterations of one fork disagree. */
final class Scatter implements Check {
  private static final int FEWEST = 3;

  @Override
  public Stream<Objection> objections(Evidence evidence) {
    double[] scores = evidence.measured().mapToDouble(Iteration::score).toArray();
    double variation = Variation.coefficient(scores);
    return scores.length >= FEWEST && variation > Variation.NOISY
        ? Stream.of(
            Objection.suspect(
                "the %d iterations vary by %.0f %%, more than %.0f %%",
                scores.length, 100 * variation, 100 * Variation.NOISY))
        : Stream.empty();
  }
}
