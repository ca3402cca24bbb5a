// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.report.figure.Digits;
import cachemark.report.figure.Mismatch;
import cachemark.stats.Interval;
import cachemark.stats.Ratio;
import cachemark.stats.Summary;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * What the trials say of one quantity under one set of conditions.
 *
 * @param under what tells these conditions from the others; empty where there are no others
 * @param interval that holds the true value, at {@link Interval#CONFIDENCE}, or for a count the
 *     count alone; empty with too few rounds for one
 * @param numbers the value, its interval and its rounds as text
 * @param mismatch why they decide nothing: the sides did not do the same
 */
record Amount(
    String under, Optional<Interval> interval, String numbers, Optional<Mismatch> mismatch) {

  private Amount(String under, Optional<Interval> interval, String numbers) {
    this(under, interval, numbers, Optional.empty());
  }

  static Amount of(String under, Ratio ratio) {
    Interval single = new Interval(ratio.lowest(), ratio.highest());
    return new Amount(
        under,
        ratio.interval(),
        numbers(ratio.value(), ratio.interval(), single, ratio.rounds(), Digits::factor, ""));
  }

  /** A mean of so many operations per second. */
  static Amount ofRate(String under, Summary rate) {
    Interval single = new Interval(rate.lowest(), rate.highest());
    return new Amount(
        under,
        rate.interval(),
        numbers(
            rate.mean(), rate.interval(), single, rate.rounds(), Digits::significant, " ops/s"));
  }

  /** Something that was counted, and so needs no estimate. */
  static Amount exact(double value, String text, int trials) {
    return new Amount(
        "",
        Optional.of(new Interval(value, value)),
        text + " in " + trials + (trials == 1 ? " trial" : " trials"));
  }

  /** The same of two sides that may not have done the same. */
  Amount between(Optional<Mismatch> sides) {
    return new Amount(under, interval, numbers, sides);
  }

  Standing in(Range range) {
    return interval
        .filter(any -> mismatch.isEmpty())
        .map(range::standing)
        .orElse(Standing.INCONCLUSIVE);
  }

  String text() {
    String text = under.isEmpty() ? numbers : under + " " + numbers;
    return text + mismatch.map(one -> " [" + one.words() + "]").orElse("");
  }

  private static String numbers(
      double value,
      Optional<Interval> interval,
      Interval single,
      int rounds,
      DoubleFunction<String> text,
      String unit) {
    if (rounds == 1) {
      return text.apply(value) + unit + " in 1 round";
    }
    Interval shown = interval.orElse(single);
    return text.apply(value)
        + " ("
        + text.apply(shown.low())
        + " to "
        + text.apply(shown.high())
        + (interval.isPresent() ? ")" : ", lowest and highest)")
        + unit
        + " over "
        + rounds
        + " rounds";
  }
}
