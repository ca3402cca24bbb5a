// SPDX-License-Identifier: Apache-2.0
package cachemark.floor;

import cachemark.plan.Placement;
import cachemark.server.Cores;
import cachemark.server.CpuSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Who gets which cores at a placement.
 *
 * @param client the cores of the client
 * @param server the cores of the server
 */
public record CoreShares(CpuSet client, CpuSet server) {
  /** The shares of {@code cores} at {@code placement}. */
  public static CoreShares of(Placement placement, Cores cores) {
    return switch (placement) {
      case SAME -> new CoreShares(cores.one(), cores.one());
      case SPLIT -> new CoreShares(cores.lowerHalf(), cores.upperHalf());
      case FREE -> new CoreShares(cores.all(), cores.all());
    };
  }

  /** The placements that differ on so many cores; only the last where nothing can be pinned. */
  public static List<Placement> placements(int cores, boolean canPin) {
    List<Placement> placements = new ArrayList<>();
    if (canPin) {
      placements.add(Placement.SAME);
      if (cores > 1) {
        placements.add(Placement.SPLIT);
      }
    }
    if (cores > 1 || !canPin) {
      placements.add(Placement.FREE);
    }
    return placements;
  }
}
