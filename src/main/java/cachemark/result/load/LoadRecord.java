// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

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
 * A load as stored, {@code load.json}.
 *
 * @param schemaVersion of the stored form, {@link #SCHEMA_VERSION} when written
 * @param runId name of the load and of its folder
 * @param state how far it came
 * @param startedAt when it began
 * @param endedAt when its last step ended, or null while it is open
 * @param settings that all steps share
 * @param machine where
 * @param build of which sources
 * @param server against what: the one that requests come to first
 * @param database behind a cache, or null where {@code server} is the only one
 * @param floors of this machine before the first step, both transports at the placement of the
 *     load; empty where they could not be measured, and in loads from before they were
 * @param steps in the order they ran; one, or one for each rate
 * @param kneePerSecond the rate from which a sweep's latency turns upwards, or null where there is
 *     no sweep, or no such
 * @param search what was looked for, or null if nothing was
 */
public record LoadRecord(
    int schemaVersion,
    String runId,
    RunState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    LoadSettings settings,
    MachineFacts machine,
    BuildFacts build,
    ServerFacts server,
    @Nullable ServerFacts database,
    List<Floor> floors,
    List<LoadStep> steps,
    @Nullable Double kneePerSecond,
    @Nullable LoadSearch search) {
  /** The stored form this code writes; it reads this one and every older one. */
  public static final int SCHEMA_VERSION = 5;

  public LoadRecord {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(build, "build");
    Objects.requireNonNull(server, "server");
    floors = floors == null ? List.of() : List.copyOf(floors);
    steps = List.copyOf(steps);
  }
}
