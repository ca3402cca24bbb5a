// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.side;

import java.util.Comparator;

/** The order of values as people sort them: whole numbers by their value, before all words. */
public final class Natural {
  /** Consistent with equals. */
  public static final Comparator<String> ORDER = Natural::compare;

  private Natural() {}

  /** Whether a text is a whole number without a sign. */
  public static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static int compare(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    boolean isNumber = isNumber(a);
    if (isNumber != isNumber(b)) {
      return isNumber ? -1 : 1;
    }
    int order = isNumber ? compareNumbers(significant(a), significant(b)) : 0;
    return order == 0 ? a.compareTo(b) : order;
  }

  private static int compareNumbers(String a, String b) {
    return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
  }

  private static String significant(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }
}
