// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.floor.FloorException;
import cachemark.floor.FloorMeter;
import cachemark.plan.Placement;
import cachemark.result.Floor;
import cachemark.result.Transport;
import cachemark.server.ServerException;
import cachemark.server.local.LocalServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds out, in a second or two for each placement, what a round trip costs here before any server
 * does. Its echo server is a process of this machine, wherever the servers that are measured are.
 */
final class FloorProbe {
  private static final Duration WARMUP = Duration.ofMillis(300);
  private static final Duration MEASUREMENT = Duration.ofMillis(500);

  private final FloorMeter meter;
  private final Consumer<String> news;

  private FloorProbe(FloorMeter meter, Consumer<String> news) {
    this.meter = meter;
    this.news = news;
  }

  /**
   * The floors over both transports, at one placement after the other. What cannot be measured is
   * left out: a run can do without.
   *
   * @param placements equal ones count once
   * @param news is told in a sentence what is left out, and why
   */
  static List<Floor> measure(Collection<Placement> placements, Consumer<String> news) {
    List<Floor> floors = new ArrayList<>();
    try (LocalServers servers = LocalServers.open()) {
      FloorProbe probe = new FloorProbe(FloorMeter.open(servers), news);
      for (Placement placement : new TreeSet<>(placements)) {
        probe.measure(placement, floors);
      }
    } catch (ServerException e) {
      tell(news, "the floor of this machine", e);
    }
    return floors;
  }

  private void measure(Placement placement, List<Floor> floors) {
    try {
      for (Transport transport : Transport.values()) {
        floors.add(meter.measure(placement, transport, WARMUP, MEASUREMENT));
      }
    } catch (FloorException | ServerException | IllegalArgumentException e) {
      tell(news, "the floor at the placement " + placement.text(), e);
    }
  }

  private static void tell(Consumer<String> news, String what, RuntimeException e) {
    Ending.requireNone(); // after Ctrl-C the measuring process ends, too
    news.accept(what + " is not known, which stops nothing: " + e.getMessage());
  }
}
