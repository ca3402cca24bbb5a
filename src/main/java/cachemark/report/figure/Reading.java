// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.result.Verdict;

/**
 * What one round measured at one point.
 *
 * @param round 1 or more
 * @param value in the unit of the panel's quantity
 * @param verdict whether it may enter a mean
 */
public record Reading(int round, double value, Verdict verdict) {
  boolean counts() {
    return verdict != Verdict.INVALID;
  }
}
