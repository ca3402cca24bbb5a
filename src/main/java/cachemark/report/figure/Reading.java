// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.result.Verdict;

/**
 * What one round measured at one point.
 *
 * @param round 1 or more
 * @param value in the unit of the panel's quantity
 * @param verdict whether it may enter a mean
 * @param delivery what its operations brought
 */
public record Reading(int round, double value, Verdict verdict, Delivery delivery) {
  /** One of operations of which nothing is known. */
  public Reading(int round, double value, Verdict verdict) {
    this(round, value, verdict, Delivery.UNKNOWN);
  }

  boolean counts() {
    return verdict != Verdict.INVALID;
  }
}
