// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.result.TrialRecord;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that a claim demands.
 *
 * @param words what is measured
 * @param measurand how
 * @param range in which the claim demands it
 */
record Part(String words, Measurand measurand, Range range) {

  /** What the trials say; under several conditions it has to hold under each. */
  JudgedPart judge(List<TrialRecord> trials) {
    List<Amount> amounts = measurand.in(trials);
    return new JudgedPart(
        words,
        text(amounts),
        range.text(),
        Standing.together(amounts.stream().map(amount -> amount.in(range)).toList()));
  }

  static String text(List<Amount> amounts) {
    return amounts.stream().map(Amount::text).collect(Collectors.joining(", "));
  }
}
