// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.Shows;
import java.util.EnumSet;
import java.util.Set;

/** Which groups tell how fast something is. */
final class Fair {
  /** What is measured there is not speed, or not the same throughout. */
  private static final Set<Shows> OTHER =
      EnumSet.of(Shows.OUTAGE, Shows.COLD_START, Shows.BREAK_EVEN);

  private Fair() {}

  /** Whether its tails can be compared: nothing happens to its caches, and none begins cold. */
  static boolean isOfTails(Group group) {
    return (group.shows() == null || !OTHER.contains(group.shows()))
        && group.cells().stream().allMatch(cell -> cell.any().events().isEmpty());
  }

  /** Whether its throughput can: of an open loop that is what was asked for. */
  static boolean isOfSpeed(Group group) {
    return isOfTails(group) && group.cells().stream().allMatch(LoadRounds::isClosed);
  }
}
