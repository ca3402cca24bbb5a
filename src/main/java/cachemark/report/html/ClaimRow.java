// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import java.util.List;

/**
 * A claim of the original report.
 *
 * @param id as in {@code C3}
 * @param claim what it says
 * @param standing what became of it
 * @param tone of that
 * @param measured what decided, a phrase each
 * @param beside what is told beside it
 * @param why today differs; may be empty
 */
public record ClaimRow(
    String id,
    String claim,
    String standing,
    Tone tone,
    List<String> measured,
    List<String> beside,
    String why) {
  public ClaimRow {
    measured = List.copyOf(measured);
    beside = List.copyOf(beside);
  }
}
