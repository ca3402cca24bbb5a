// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.LoadPlan;
import cachemark.plan.Placement;
import cachemark.plan.workload.LoadCell;
import cachemark.plan.workload.WorkloadPlan;
import cachemark.server.source.SourceChoice;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workload that is asked for.
 *
 * @param plan of it
 * @param loads what each of its cells means, in the order of the plan; all of tables
 * @param servers where servers come from
 * @param placement of client and servers, or null for what suits the machine
 * @param seed of the order of loads; that of keys and values is theirs
 * @param results where it is stored, in a folder of its own
 * @param runId name of that folder, or null for one made of time and profile
 */
public record WorkloadRequest(
    WorkloadPlan plan,
    Map<LoadCell, LoadPlan> loads,
    SourceChoice servers,
    @Nullable Placement placement,
    long seed,
    Path results,
    @Nullable String runId) {
  public WorkloadRequest {
    RunRequest.requireId(runId);
    loads = Collections.unmodifiableMap(new LinkedHashMap<>(loads));
  }
}
