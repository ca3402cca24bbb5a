// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.drill.DrillException;
import cachemark.drill.Scenario;
import cachemark.drill.cluster.Site;
import cachemark.machine.RunLock;
import cachemark.result.drill.DrillRecord;
import cachemark.server.ServerKind;
import cachemark.server.local.LocalServers;
import cachemark.server.source.Sources;
import cachemark.store.StoreException;
import java.nio.file.Path;
import java.util.List;

/** Drills subjects on servers that it starts, and stores what came of it. */
public final class DrillRunner {
  private final DrillListener listener;

  public DrillRunner(DrillListener listener) {
    this.listener = listener;
  }

  /** Drills as stored, and where. */
  public record Stored(DrillRecord drills, Path folder) {}

  /** Runs all drills to their end. */
  public Stored run(DrillRequest request) {
    PlanRunner.requireWritable(request.results());
    if (!request.servers().external().isEmpty()) {
      throw new RunException(
          "drills kill and stop servers, so they take none that are there already: use --servers"
              + " local or docker");
    }
    try (RunLock lock = RunLock.take();
        LocalServers processes = LocalServers.open()) {
      Site site =
          new Site(
              new Sources(processes, listener::news).open(request.servers(), kinds(request)),
              processes);
      return run(request, site);
    }
  }

  private Stored run(DrillRequest request, Site site) {
    try (Site ended = site) {
      DrillSession session = DrillSession.begin(request, site, listener);
      for (Scenario scenario : request.scenarios()) {
        session.run(scenario);
      }
      session.probe();
      return session.end();
    } catch (DrillException | StoreException e) {
      throw new RunException(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<ServerKind> kinds(DrillRequest request) {
    return request.subjects().stream().anyMatch(one -> one.isMemcached())
        ? List.of(ServerKind.MEMCACHED)
        : List.of();
  }
}
