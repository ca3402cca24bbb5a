// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import java.util.Locale;

/** How something is to be taken; shown by colour, and always by a word or a sign as well. */
public enum Tone {
  /** As it should be, or the faster side. */
  GOOD,
  /** To be taken with care, or nothing that could be told. */
  DOUBT,
  /** Not to be relied on, or the slower side. */
  BAD,
  /** Neither. */
  PLAIN;

  /** Its name in the style sheet. */
  public String style() {
    return name().toLowerCase(Locale.ROOT);
  }
}
