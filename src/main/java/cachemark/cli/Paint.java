// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

/**
 * The colours of words that a reader should see first.
 *
 * @param on whether there are any; without, every word stays as it is
 */
record Paint(boolean on) {
  private static final String RESET = "\u001B[0m";

  /** Something is wrong. */
  String bad(String word) {
    return coloured("\u001B[1;31m", word);
  }

  /** Something is to be looked at. */
  String doubtful(String word) {
    return coloured("\u001B[33m", word);
  }

  /** Something is as it should be. */
  String good(String word) {
    return coloured("\u001B[32m", word);
  }

  private String coloured(String colour, String word) {
    return on ? colour + word + RESET : word;
  }
}
