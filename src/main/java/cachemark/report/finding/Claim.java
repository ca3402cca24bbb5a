// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import cachemark.report.figure.Contrast;
import cachemark.report.figure.Digits;
import cachemark.stats.Interval;
import cachemark.stats.Ratio;
import java.util.Locale;

/**
 * What one comparison says of one subject.
 *
 * @param left name of the first side
 * @param right name of the second side
 * @param subject what is compared, as in {@code set}; empty where the figure has one comparison
 * @param speed how many times as fast the first is as the second
 */
record Claim(String left, String right, String subject, Ratio speed) {
  /** The smallest factor that is worth naming a winner for. */
  private static final double SMALLEST_FACTOR = 1.02;

  /** How a comparison ends. */
  enum Outcome {
    LEFT_AHEAD,
    RIGHT_AHEAD,
    LITTLE,
    UNDETECTED
  }

  /** What the interval of the ratio allows to say; without one, nothing is detected. */
  Outcome outcome() {
    if (!speed.differs()) {
      return Outcome.UNDETECTED;
    }
    if (Math.max(speed.value(), 1 / speed.value()) < SMALLEST_FACTOR) {
      return Outcome.LITTLE;
    }
    return speed.value() >= 1 ? Outcome.LEFT_AHEAD : Outcome.RIGHT_AHEAD;
  }

  /** The same for those who want the numbers. */
  Contrast contrast() {
    return contrast(subject);
  }

  /** The same, of another subject. */
  Contrast contrast(String other) {
    return new Contrast(left, right, other, speed);
  }

  boolean hasWinner() {
    return outcome() == Outcome.LEFT_AHEAD || outcome() == Outcome.RIGHT_AHEAD;
  }

  boolean hasInterval() {
    return speed.interval().isPresent();
  }

  /** The same claim with the side first that was faster, if by ever so little. */
  Claim fasterFirst() {
    return speed.value() >= 1
        ? this
        : new Claim(/* left= */ right, /* right= */ left, subject, speed.inverse());
  }

  /** How many times as fast the faster side is. */
  String factor() {
    return Digits.factor(Math.max(speed.value(), 1 / speed.value())) + "×";
  }

  String sides() {
    return left + " / " + right;
  }

  /** The subject, the ratio and its interval, or the range of its rounds. */
  String numbers() {
    Interval range = speed.interval().orElse(new Interval(speed.lowest(), speed.highest()));
    String name = subject.isEmpty() ? "" : subject + " ";
    String value = name + Digits.factor(speed.value());
    return speed.rounds() == 1
        ? value
        : value + " (" + Digits.factor(range.low()) + " to " + Digits.factor(range.high()) + ")";
  }

  /** What the numbers in brackets are, for a ratio of so many rounds. */
  String spread() {
    return spread(speed);
  }

  static String spread(Ratio ratio) {
    int rounds = ratio.rounds();
    String sample = rounds + (rounds == 1 ? " round" : " rounds");
    return ratio.interval().isPresent()
        ? String.format(Locale.ROOT, "%.0f %% interval over %s", 100 * Interval.CONFIDENCE, sample)
        : sample + (rounds == 1 ? "" : ", lowest and highest") + "; too few for an interval";
  }
}
