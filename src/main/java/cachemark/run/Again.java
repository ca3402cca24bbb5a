// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Cell;
import cachemark.plan.Plan;
import cachemark.plan.Timing;
import cachemark.result.RunRecord;
import cachemark.server.source.SourceChoice;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a run that are to be measured once more, in a run of their own, against what the run was
 * measured against.
 *
 * @param head of the run
 * @param cells of its plan, one or more
 * @param rounds of the new run
 * @param results folder under which its folder is made
 * @param runId its name
 * @param seed of its order of trials and of all keys and values
 */
public record Again(
    RunRecord head, Set<Cell> cells, int rounds, Path results, String runId, long seed) {

  /**
   * What to ask for.
   *
   * @param servers where they come from
   * @param others where those come from that it is measured against, or null where they are the
   *     same
   * @throws RunException if this machine or build is not the one of the run, or there are more or
   *     fewer sets of servers
   */
  public RunRequest request(PlanCheck plans, SourceChoice servers, @Nullable SourceChoice others) {
    Resumption.requireSame(head, MachineProbe.machine(Fork.JVM_FLAGS), MachineProbe.build());
    Resumption.requireSameSets(head, others != null);
    Map<Cell, Timing> timings = new LinkedHashMap<>();
    plans.cells(head.plan()).forEach((cell, effort) -> timings.put(cell, effort.timing()));
    timings.keySet().retainAll(cells);
    return new RunRequest(
        Plan.of(head.plan().profile(), rounds, timings),
        results,
        runId,
        seed,
        servers,
        rival(others),
        head);
  }

  private @Nullable Rival rival(@Nullable SourceChoice others) {
    if (head.against() == null) {
      return null;
    }
    OtherBuild build = Resumption.otherBuild(head);
    return new Rival(build == null ? null : Path.of(build.classPath()), others);
  }
}
