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

  /** The head with the servers of the second start beside those of the first. */
  static RunRecord on(RunRecord head, List<ServerFacts> started) {
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
        head.prices());
  }
}
