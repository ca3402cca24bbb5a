// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.CellKey;
import cachemark.stats.Ratio;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A cell that was measured on both sides.
 *
 * @param key its name
 * @param contrast what the sides differ in beside their being two, as in {@code REDIS/MEMCACHED};
 *     else empty
 * @param base what BASE measured
 * @param next what NEW measured
 * @param speed of NEW over that of BASE, above 1 where NEW is faster; of fresh measurements if
 *     there are any
 * @param noisy whether the rounds differ too much to tell small differences: those of either side,
 *     or their ratios where the sides were measured in pairs
 * @param judgement of it
 * @param fresh what came of measuring it again, if it was
 */
public record Row(
    CellKey key,
    String contrast,
    Measure base,
    Measure next,
    Ratio speed,
    boolean noisy,
    Judgement judgement,
    Optional<Fresh> fresh) {
  /** Worst first. */
  static final Comparator<Row> WORST_FIRST =
      Comparator.comparing(Row::judgement)
          .thenComparingDouble(row -> row.speed.value())
          .thenComparing(Row::key)
          .thenComparing(Row::contrast);

  /**
   * A cell that was measured again.
   *
   * @param screened the speed that made it a suspect
   * @param pValue of the fresh measurements alone, adjusted by Holm for all suspects
   */
  public record Fresh(Ratio screened, double pValue) {}

  /** The smallest speed ratio that would have been seen; empty with too few rounds. */
  public OptionalDouble detectable() {
    return speed.evidence().stream()
        .mapToDouble(evidence -> evidence.minimumDetectableRatio())
        .findFirst();
  }

  /** What no other row of a comparison has. */
  record Name(CellKey key, String contrast) {}

  Name name() {
    return new Name(key, contrast);
  }
}
