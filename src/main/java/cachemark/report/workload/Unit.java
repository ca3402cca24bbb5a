// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.figure.Digits;
import java.util.function.DoubleFunction;

/**
 * How a quantity is written.
 *
 * @param digits of a value
 * @param sign after it; may be empty
 */
record Unit(DoubleFunction<String> digits, String sign) {
  static final Unit PLAIN = new Unit(Digits::significant, "");
  static final Unit WHOLE = new Unit(Digits::whole, "");
  static final Unit TIMES = new Unit(Digits::factor, " times");
  static final Unit MICROS = new Unit(Digits::significant, " µs");

  /** Of 2^20 bytes. */
  static final Unit MEGABYTES = new Unit(Digits::significant, " MB");

  static final Unit REQUESTS = new Unit(Digits::whole, " requests/s");
  static final Unit PERCENT = new Unit(value -> Digits.fixed(value, 1), " %");
  static final Unit POINTS = new Unit(value -> Digits.fixed(value, 1), " points");

  /** A share, of which an interval may reach beyond what it can be. */
  static final Unit SHARE =
      new Unit(value -> Digits.fixed(Math.max(0, Math.min(100, value)), 1), " %");

  /** A value with its sign. */
  String of(double value) {
    return digits.apply(value) + sign;
  }
}
