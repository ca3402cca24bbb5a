// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

/**
 * Why neither of two sides can be called the faster one: they did not do the same.
 *
 * @param what differs, as in {@code hit rates}
 * @param left what the first side has
 * @param right what the second side has
 */
public record Mismatch(String what, String left, String right) {
  /** The same with the second side first. */
  public Mismatch swapped() {
    return new Mismatch(what, /* left= */ right, /* right= */ left);
  }

  /** The reason in words, as in {@code hit rates differ: 100 % and 83.1 %}. */
  public String words() {
    return what + " differ: " + left + " and " + right;
  }
}
