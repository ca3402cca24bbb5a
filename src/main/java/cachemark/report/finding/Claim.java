// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import cachemark.report.figure.Contrast;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Mismatch;
import cachemark.stats.Interval;
import cachemark.stats.Ratio;
import java.util.Locale;
import java.util.Optional;

/**
 * What one comparison says of one subject.
 *
 * @param left name of the first side
 * @param right name of the second side
 * @param subject what is compared, as in {@code set}; empty where the figure has one comparison
 * @param speed how many times as fast the first is as the second
 * @param mismatch what the two did not do alike, so that neither is called the faster
 */
record Claim(String left, String right, String subject, Ratio speed, Optional<Mismatch> mismatch) {
  /** The smallest factor that is worth naming a winner for. */
  private static final double SMALLEST_FACTOR = 1.02;

  /** How a comparison ends. */
  enum Outcome {
    LEFT_AHEAD,
    RIGHT_AHEAD,
    LITTLE,
    UNDETECTED,
    UNLIKE
  }

  /** Of two who have no mismatch. */
  Claim(String left, String right, String subject, Ratio speed) {
    this(left, right, subject, speed, Optional.empty());
  }

  /** What the interval of the ratio allows to say; without one, nothing is detected. */
  Outcome outcome() {
    if (mismatch.isPresent()) {
      return Outcome.UNLIKE;
    }
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
    return new Contrast(left, right, subject, speed, mismatch);
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
        : new Claim(
            /* left= */ right,
            /* right= */ left,
            subject,
            speed.inverse(),
            mismatch.map(Mismatch::swapped));
  }

  /** How many times as fast the faster side is. */
  String factor() {
    return Digits.factor(Math.max(speed.value(), 1 / speed.value())) + "×";
  }

  String sides() {
    return left + " / " + right;
  }

  /**
   * The subject, the ratio and its interval or the range of its rounds, and what speaks against.
   */
  String numbers() {
    Interval range = speed.interval().orElse(new Interval(speed.lowest(), speed.highest()));
    String name = subject.isEmpty() ? "" : subject + " ";
    String value = name + Digits.factor(speed.value());
    String spread =
        speed.rounds() == 1
            ? ""
            : " (" + Digits.factor(range.low()) + " to " + Digits.factor(range.high()) + ")";
    return value + spread + mismatch.map(one -> " [" + one.words() + "]").orElse("");
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
