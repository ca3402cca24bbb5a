// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.result.Verdict;
import java.util.Locale;

/**
 * A reason not to believe a trial, or not quite.
 *
 * @param verdict it leads to: invalid or suspect
 * @param reason a sentence with the numbers
 */
public record Objection(Verdict verdict, String reason) {
  /** A reason for which the numbers are worthless. */
  static Objection invalid(String format, Object... values) {
    return new Objection(Verdict.INVALID, String.format(Locale.ROOT, format, values));
  }

  /** A reason for which the numbers are to be marked. */
  static Objection suspect(String format, Object... values) {
    return new Objection(Verdict.SUSPECT, String.format(Locale.ROOT, format, values));
  }
}
