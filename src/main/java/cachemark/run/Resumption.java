// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.result.BuildFacts;
import cachemark.result.MachineFacts;
import cachemark.result.RunRecord;
import cachemark.result.ServerFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The conditions under which a run may be gone on with, and its head from then on. */
final class Resumption {
  private Resumption() {}

  /** Refuses to mix trials of another machine, Java or build into a run. */
  static void requireSame(RunRecord head, MachineFacts machine, BuildFacts build) {
    if (!head.machine().equals(machine)) {
      throw new RunException(
          String.format(
              Locale.ROOT,
              "run %s was begun on another machine or Java (%s): start a new run",
              head.runId(),
              Difference.between(head.machine(), machine)));
    }
    if (!head.build().equals(build)) {
      throw new RunException(
          String.format(
              Locale.ROOT,
              "run %s was begun with build %s, which is not this one (%s): build that one, or start a"
                  + " new run",
              head.runId(),
              head.build().commit(),
              Difference.between(head.build(), build)));
    }
  }

  /** Refuses to mix trials of other servers into a run. */
  static void requireSameServers(RunRecord head, List<ServerFacts> started) {
    for (ServerFacts now : started) {
      for (ServerFacts then : head.servers()) {
        if (kind(now).equals(kind(then)) && !identity(now).equals(identity(then))) {
          throw new RunException(
              String.format(
                  Locale.ROOT,
                  "run %s was begun on %s, and this is %s: resume it with the same --servers and"
                      + " --image, or start a new run",
                  head.runId(),
                  identity(then),
                  identity(now)));
        }
      }
    }
  }

  /** Servers that take the same place: MariaDB and MySQL do. */
  private static String kind(ServerFacts server) {
    return server.name().matches("MySQL|MariaDB") ? "database" : server.name();
  }

  private static String identity(ServerFacts server) {
    return server.name() + " " + server.version() + " (" + server.source() + ")";
  }

  /** The head with the servers of the second start beside those of the first. */
  static RunRecord on(RunRecord head, List<ServerFacts> started) {
    requireSameServers(head, started);
    List<ServerFacts> servers = new ArrayList<>(head.servers());
    servers.addAll(started);
    return new RunRecord(
        head.schemaVersion(),
        head.runId(),
        head.state(),
        head.startedAt(),
        head.endedAt(),
        head.seed(),
        head.plan(),
        head.plannedTrials(),
        head.machine(),
        head.build(),
        servers,
        head.prices(),
        head.against());
  }
}
