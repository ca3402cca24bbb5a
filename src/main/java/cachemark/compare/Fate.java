// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import java.util.Locale;

/** What became of a cell that has no value on one side or on both. */
public enum Fate {
  /** Measured in BASE, invalid or missing in NEW. */
  NEWLY_FAILING,
  /** Invalid or missing in both. */
  FAILING_IN_BOTH,
  /** Only BASE has it. */
  REMOVED,
  /** Only NEW has it. */
  ADDED,
  /** Invalid or missing in BASE, measured in NEW. */
  RECOVERED,
  /** There is no cell that differs from it in the axis alone. */
  WITHOUT_PARTNER;

  /** The fate in words. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
