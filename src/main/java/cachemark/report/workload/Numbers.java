// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.figure.Digits;
import cachemark.stats.Interval;
import cachemark.stats.Ratio;
import cachemark.stats.Summary;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** What rounds come to, in words: never a number without how well it is known. */
final class Numbers {
  private static final String INTERVAL_OVER_ROUNDS = ", [0-9]+ % interval over [0-9]+ rounds";

  private Numbers() {}

  /** A ratio, as in {@code 1.32 times (1.25 to 1.40, 95 % interval over 5 rounds)}. */
  static String times(Ratio ratio) {
    return Unit.TIMES.of(ratio.value())
        + in(
            spread(
                ratio.rounds(), ratio.interval(), ratio.lowest(), ratio.highest(), Digits::factor));
  }

  /** A mean, as in {@code 31 % (28 to 34, 95 % interval over 5 rounds)}. */
  static String mean(Summary all, Unit unit) {
    return unit.of(all.mean())
        + in(spread(all.rounds(), all.interval(), all.lowest(), all.highest(), unit.digits()));
  }

  /** The same without what the brackets hold, for a list that says so once. */
  static String brief(String words) {
    return words.replaceAll(INTERVAL_OVER_ROUNDS, "");
  }

  private static String spread(
      int rounds,
      Optional<Interval> interval,
      double lowest,
      double highest,
      DoubleFunction<String> digits) {
    return interval
        .map(
            range ->
                digits.apply(range.low())
                    + " to "
                    + digits.apply(range.high())
                    + String.format(
                        Locale.ROOT,
                        ", %.0f %% interval over %d rounds",
                        100 * Interval.CONFIDENCE,
                        rounds))
        .orElseGet(
            () ->
                rounds == 1
                    ? "one round"
                    : digits.apply(lowest)
                        + " to "
                        + digits.apply(highest)
                        + ", lowest and highest of "
                        + rounds
                        + " rounds");
  }

  private static String in(String words) {
    return " (" + words + ")";
  }

  /** For a table: the mean and, of several rounds, its interval or their range. */
  static String cell(Optional<Summary> all, DoubleFunction<String> digits) {
    return all.map(one -> digits.apply(one.mean()) + range(one, digits)).orElse("");
  }

  private static String range(Summary all, DoubleFunction<String> digits) {
    if (all.rounds() == 1) {
      return "";
    }
    double low = all.interval().map(Interval::low).orElse(all.lowest());
    double high = all.interval().map(Interval::high).orElse(all.highest());
    return low == high ? "" : in(digits.apply(low) + " to " + digits.apply(high));
  }

  /** So many rounds are too few to decide anything. */
  static String tooFew(int rounds) {
    return (rounds == 1 ? "one round is" : rounds + " rounds are")
        + " too few for an interval, which takes "
        + Interval.FEWEST_ROUNDS;
  }
}
