// SPDX-License-Identifier: Apache-2.0
package cachemark.result.workload;

import cachemark.plan.Placement;
import cachemark.result.BuildFacts;
import cachemark.result.Floor;
import cachemark.result.MachineFacts;
import cachemark.result.RunState;
import cachemark.result.ServerFacts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Loads on a table with different caches in front, in different ways.
 *
 * @param schemaVersion of this form
 * @param runId name of the run and its folder
 * @param state whether it ran to its end
 * @param startedAt when
 * @param endedAt when its last load ended, or null while it is open
 * @param profile of the plan
 * @param rounds that were asked for
 * @param planned loads of each round
 * @param seed of keys, values, order and all chance
 * @param placement of client and servers
 * @param machine where
 * @param build of which sources
 * @param servers that were used, each once
 * @param floors of this machine before the first load; empty where they could not be measured
 * @param loads in the order they ran
 */
public record WorkloadRecord(
    int schemaVersion,
    String runId,
    RunState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    String profile,
    int rounds,
    int planned,
    long seed,
    Placement placement,
    MachineFacts machine,
    BuildFacts build,
    List<ServerFacts> servers,
    List<Floor> floors,
    List<WorkloadLoad> loads) {
  /** The stored form this code writes; it reads this one and every older one. */
  public static final int SCHEMA_VERSION = 1;

  public WorkloadRecord {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(build, "build");
    servers = List.copyOf(servers);
    floors = List.copyOf(floors);
    loads = List.copyOf(loads);
  }
}
