// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.side;

import java.util.Comparator;

/** The order of values as people sort them: whole numbers by their value, before all words. */
public final class Natural {
  /** Consistent with equals. */
  public static final Comparator<String> ORDER =
      Comparator.comparing((String text) -> !isNumber(text))
          .thenComparingInt(text -> isNumber(text) ? significant(text).length() : 0)
          .thenComparing(text -> isNumber(text) ? significant(text) : text)
          .thenComparing(Comparator.naturalOrder());

  private Natural() {}

  /** Whether a text is a whole number without a sign. */
  public static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String significant(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }
}
