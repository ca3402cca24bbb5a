// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.result.TrialRecord;
import java.util.List;

/** A quantity that a part of a claim speaks of. */
interface Measurand {
  /**
   * What {@code trials} say of it: one amount for every set of conditions under which it was
   * measured, none where it was not.
   *
   * @param trials that count, of any cells
   */
  List<Amount> in(List<TrialRecord> trials);
}
