// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.report.figure.Digits;
import cachemark.stats.Interval;

/**
 * A closed range of numbers.
 *
 * @param low end, or minus infinity
 * @param high end, not below {@code low}, or infinity
 */
record Range(double low, double high) {
  /** Faster by at least 5 %, which is what {@code compare} usually asks for too. */
  static final Range FASTER = atLeast(1.05);

  /** Apart by no more than a quarter, either way. */
  static final Range ALIKE = new Range(1 / 1.25, 1.25);

  /** An operation takes at most a quarter longer; that it takes less time is no fault. */
  static final Range STEADY = atMost(1.25);

  /** It did not happen once. */
  static final Range NONE = new Range(0, 0);

  /** It happened. */
  static final Range SOME = atLeast(1);

  static Range atLeast(double low) {
    return new Range(low, Double.POSITIVE_INFINITY);
  }

  static Range atMost(double high) {
    return new Range(Double.NEGATIVE_INFINITY, high);
  }

  boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Where the demand stands that a value lies in this range, if it lies in {@code interval}. */
  Standing standing(Interval interval) {
    if (contains(interval.low()) && contains(interval.high())) {
      return Standing.REPRODUCED;
    }
    return interval.high() < low || interval.low() > high
        ? Standing.CONTRADICTED
        : Standing.INCONCLUSIVE;
  }

  /** The range in words, as in {@code at least 1.05}. */
  String text() {
    if (low == high) {
      return number(low);
    }
    if (Double.isInfinite(high)) {
      return "at least " + number(low);
    }
    return Double.isInfinite(low) ? "at most " + number(high) : number(low) + " to " + number(high);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Digits.whole(value) : Digits.factor(value);
  }
}
