// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

/** Counts in words. */
final class Counts {
  private Counts() {}

  /** As in {@code 1 cell} and {@code 2 cells}. */
  static String of(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** As in {@code and 2 other cells}, with a space before; nothing for 0. */
  static String andOthers(int count, String noun) {
    return count == 0 ? "" : " and " + count + " other " + noun + (count == 1 ? "" : "s");
  }
}
