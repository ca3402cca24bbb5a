// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

/** How far a run has come. */
public enum RunState {
  /** Running, or killed while it ran. */
  OPEN,
  /** Every planned trial has its line in the journal. */
  COMPLETE
}
