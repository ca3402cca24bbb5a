// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import cachemark.result.BuildFacts;
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
 * @param server against what
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
    List<LoadStep> steps,
    @Nullable Double kneePerSecond,
    @Nullable LoadSearch search) {
  /** The stored form this code writes, and the only one there has been. */
  public static final int SCHEMA_VERSION = 1;

  public LoadRecord {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(build, "build");
    Objects.requireNonNull(server, "server");
    steps = List.copyOf(steps);
  }
}
