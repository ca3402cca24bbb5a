// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

/** Whether a trial can be believed. */
public enum Verdict {
  /** Enters every statistic. */
  VALID,
  /** Enters the statistics, and is marked. */
  SUSPECT,
  /** Never enters a statistic; shown as what it is. */
  INVALID
}
