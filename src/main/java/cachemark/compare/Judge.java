// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.Unit;
import cachemark.stats.Ratio;
import cachemark.stats.Variation;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Screens cells, and decides on those that were measured again.
 *
 * @param limit the smallest ratio of 1 or more that counts
 * @param paired whether equal rounds of both sides were measured together
 */
record Judge(double limit, boolean paired) {
  /** The level of a decision, over all suspects together. */
  static final double LEVEL = 0.05;

  /** The row of a pair; empty where the units do not say which side is the faster one. */
  Optional<Row> screen(Pair pair) {
    Unit before = Unit.of(pair.base().unit()).orElse(null);
    Unit after = Unit.of(pair.next().unit()).orElse(null);
    OptionalDouble factor =
        before == null || after == null ? OptionalDouble.empty() : before.factorTo(after);
    if (after == null || factor.isEmpty()) {
      return Optional.empty();
    }
    double scale = factor.getAsDouble() * work(pair, after);
    if (Arrays.stream(scaled(pair.base().values(), scale)).anyMatch(Judge::isBeyondNumbers)) {
      return Optional.empty();
    }
    Ratio larger = ratio(pair, scale);
    Ratio speed = after.moreIsBetter() ? larger : larger.inverse();
    Measure base = Measure.of(pair.base());
    Measure next = Measure.of(pair.next());
    boolean noisy = isPaired(pair) ? isNoisy(pair) : base.isNoisy() || next.isNoisy();
    return Optional.of(
        new Row(
            pair.key(),
            pair.contrast(),
            base,
            next,
            speed,
            noisy,
            screened(speed, noisy),
            Optional.empty()));
  }

  /** A batch takes as many times longer as it has more to do. */
  private static double work(Pair pair, Unit unit) {
    return unit.moreIsBetter() ? 1 : pair.work();
  }

  /** NEW over BASE, of the rounds that both have where they have any. */
  private Ratio ratio(Pair pair, double factor) {
    if (isPaired(pair)) {
      return Ratio.ofPairs(
              pair.next().inRoundsOf(pair.base()),
              scaled(pair.base().inRoundsOf(pair.next()), factor))
          .orElseThrow();
    }
    return Ratio.ofGroups(pair.next().values(), scaled(pair.base().values(), factor)).orElseThrow();
  }

  private boolean isPaired(Pair pair) {
    return paired && pair.next().inRoundsOf(pair.base()).length > 0;
  }

  /** Whether the ratios of the rounds lie far apart: what slows both sides alike is not noise. */
  private static boolean isNoisy(Pair pair) {
    double[] next = pair.next().inRoundsOf(pair.base());
    double[] base = pair.base().inRoundsOf(pair.next());
    double[] ratios = IntStream.range(0, next.length).mapToDouble(i -> next[i] / base[i]).toArray();
    return Variation.coefficient(ratios) > Variation.NOISY;
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  private static boolean isBeyondNumbers(double value) {
    return !(value > 0 && Double.isFinite(value));
  }

  private Judgement screened(Ratio speed, boolean noisy) {
    if (speed.interval().isEmpty()) {
      return Judgement.TOO_FEW;
    }
    if (isBeyondLimit(speed) && speed.differs()) {
      return speed.value() < 1 ? Judgement.SUSPECTED_SLOWER : Judgement.SUSPECTED_FASTER;
    }
    return unchanged(noisy);
  }

  /** What {@code fresh} measurements of a suspect say, with their adjusted p-value. */
  Row decide(Row suspect, Row fresh, double pValue) {
    boolean differs = pValue <= LEVEL && isBeyondLimit(fresh.speed()) && fresh.speed().differs();
    Judgement changed = fresh.speed().value() < 1 ? Judgement.SLOWER : Judgement.FASTER;
    return new Row(
        suspect.key(),
        suspect.contrast(),
        fresh.base(),
        fresh.next(),
        fresh.speed(),
        fresh.noisy(),
        differs ? changed : unchanged(fresh.noisy()),
        Optional.of(new Row.Fresh(suspect.speed(), pValue)));
  }

  private static Judgement unchanged(boolean noisy) {
    return noisy ? Judgement.UNSTABLE : Judgement.WITHIN_NOISE;
  }

  private boolean isBeyondLimit(Ratio speed) {
    return Math.max(speed.value(), 1 / speed.value()) > limit;
  }
}
