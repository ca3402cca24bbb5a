// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.plan.Placement;

/** Placements in as few words as fit a line of many numbers. */
final class Placements {
  private Placements() {}

  static String brief(Placement placement) {
    return switch (placement) {
      case SAME -> "same core";
      case SPLIT -> "split cores";
      case FREE -> "free cores";
    };
  }
}
