// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.result.Against;
import cachemark.result.BuildFacts;
import cachemark.result.MachineFacts;
import cachemark.result.RunRecord;
import cachemark.result.ServerFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
  static void requireSameServers(
      RunRecord head, List<ServerFacts> begun, List<ServerFacts> started) {
    for (ServerFacts now : started) {
      for (ServerFacts then : begun) {
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

  /** Refuses to go on with one set of servers where there were two, or the other way round. */
  static void requireSameSets(RunRecord head, boolean two) {
    Against against = head.against();
    boolean wereTwo = against != null && !against.servers().isEmpty();
    if (wereTwo != two) {
      throw new RunException(
          String.format(
              Locale.ROOT,
              wereTwo
                  ? "run %s was begun against other servers: resume it with the same"
                      + " --against-servers"
                  : "run %s was begun with one set of servers: resume it without"
                      + " --against-servers",
              head.runId()));
    }
  }

  /** The build that the run is measured against, or null where there is none. */
  static @Nullable OtherBuild otherBuild(RunRecord head) {
    Against against = head.against();
    if (against == null || against.jar() == null) {
      return null;
    }
    OtherBuild build = OtherBuild.in(Path.of(against.jar().path()));
    if (!build.facts().sha256().equals(against.jar().sha256())) {
      throw new RunException(
          String.format(
              Locale.ROOT,
              "run %s was begun against %s, which is another file now: put the old one back, or"
                  + " start a new run",
              head.runId(),
              against.jar().path()));
    }
    return build;
  }

  /** The head with the servers of the second start beside those of the first. */
  static RunRecord on(RunRecord head, Rigs rigs) {
    Against against = head.against();
    if (against != null && rigs.isTwo()) {
      requireSameServers(head, against.servers(), rigs.base().facts());
      against =
          new Against(
              against.jar(), joined(against.servers(), rigs.base().facts()), against.turns());
    }
    return on(head, rigs.main().facts(), against);
  }

  private static List<ServerFacts> joined(List<ServerFacts> then, List<ServerFacts> now) {
    List<ServerFacts> all = new ArrayList<>(then);
    all.addAll(now);
    return all;
  }

  /** The head with these servers beside those of the first start. */
  static RunRecord on(RunRecord head, List<ServerFacts> started, @Nullable Against against) {
    requireSameServers(head, head.servers(), started);
    List<ServerFacts> servers = joined(head.servers(), started);
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
        head.floors(),
        head.overhead(),
        against);
  }
}
