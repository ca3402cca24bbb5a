// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import java.util.List;

/** Where a claim of the report stands after a run. */
public enum Standing {
  /** All that it demands was measured, and lies where it demands it. */
  REPRODUCED("REPRODUCED"),
  /** Something that it demands was measured, and lies elsewhere. */
  CONTRADICTED("CONTRADICTED"),
  /** What was measured leaves it open. */
  INCONCLUSIVE("INCONCLUSIVE"),
  /** Nothing that it demands was measured. */
  NOT_RUN("NOT RUN");

  private final String label;

  Standing(String label) {
    this.label = label;
  }

  /** The standing in words. */
  public String label() {
    return label;
  }

  /** Where something stands whose parts all have to hold; without any part it was not run. */
  static Standing together(List<Standing> parts) {
    if (parts.contains(CONTRADICTED)) {
      return CONTRADICTED;
    }
    if (parts.contains(INCONCLUSIVE)) {
      return INCONCLUSIVE;
    }
    if (!parts.contains(REPRODUCED)) {
      return NOT_RUN;
    }
    return parts.contains(NOT_RUN) ? INCONCLUSIVE : REPRODUCED;
  }
}
