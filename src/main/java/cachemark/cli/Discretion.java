// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

/** What may be said aloud of words that somebody gave where they do not belong. */
final class Discretion {
  private Discretion() {}

  /** {@code text} without the accounts of the URLs in it. */
  static String of(String text) {
    return text.replaceAll("://[^'\"\\n]*@", "://...@");
  }
}
