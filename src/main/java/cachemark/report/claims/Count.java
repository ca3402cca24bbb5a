// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.report.figure.Digits;
import cachemark.result.TrialRecord;
import java.util.List;

/**
 * How often something happened in all trials together; exact, whatever the number of rounds.
 *
 * @param slice in which it is counted
 * @param event that is counted
 */
record Count(Slice slice, Event event) implements Measurand {

  @Override
  public List<Amount> in(List<TrialRecord> trials) {
    double[] counts =
        slice.of(trials).stream().mapToDouble(event::in).filter(Double::isFinite).toArray();
    if (counts.length == 0) {
      return List.of();
    }
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    return List.of(Amount.exact(sum, Digits.whole(sum), counts.length));
  }
}
