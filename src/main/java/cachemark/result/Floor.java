// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import cachemark.plan.Placement;
import java.util.List;
import java.util.Optional;

/**
 * What a round trip of 32 bytes to a process that only sends them back costs here: no server that
 * has to be asked can answer sooner. Service time of a closed loop over one connection.
 *
 * @param placement of client and server
 * @param transport between them
 * @param p50Nanos half of the round trips took no longer
 * @param p99Nanos 99 of 100 took no longer
 * @param perSecond round trips, one after the other
 * @param count of round trips measured
 */
public record Floor(
    Placement placement,
    Transport transport,
    long p50Nanos,
    long p99Nanos,
    double perSecond,
    long count) {
  public Floor {
    if (count < 1 || p50Nanos < 1 || p99Nanos < p50Nanos || !(perSecond > 0)) {
      throw new IllegalArgumentException(
          "not a floor: count "
              + count
              + ", p50Nanos "
              + p50Nanos
              + ", p99Nanos "
              + p99Nanos
              + ", perSecond "
              + perSecond);
    }
  }

  /** The one over loopback TCP at {@code placement}, which servers are compared with. */
  public static Optional<Floor> tcp(List<Floor> floors, Placement placement) {
    return floors.stream()
        .filter(floor -> floor.placement() == placement && floor.transport() == Transport.TCP)
        .findFirst();
  }
}
