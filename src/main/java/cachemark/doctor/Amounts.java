// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import java.util.Locale;

/** Amounts as people read them. */
final class Amounts {
  private static final double GB = 1e9;

  private Amounts() {}

  static String bytes(long bytes) {
    return bytes < GB
        ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / GB);
  }

  /** With three digits, in the unit that fits. */
  static String nanos(long nanos) {
    if (nanos < 1_000) {
      return nanos + " ns";
    }
    double value = nanos < 1e6 ? nanos / 1e3 : nanos / 1e6;
    String digits = value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, digits, value) + (nanos < 1e6 ? " µs" : " ms");
  }

  /** A count with a space between thousands. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', ' ');
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
