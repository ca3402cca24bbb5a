// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import cachemark.plan.Plan;
import cachemark.plan.Prices;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The head of a run, {@code run.json}: everything but the trials.
 *
 * @param schemaVersion of the stored form, {@link #SCHEMA_VERSION} when written
 * @param runId name of the run and of its folder
 * @param state how far it came
 * @param startedAt when it began
 * @param endedAt when its last trial ended, or null while it is open
 * @param seed of the order of trials and of all keys and values
 * @param plan what was to be run
 * @param plannedTrials forks of the plan, over all rounds
 * @param machine where
 * @param build of which sources
 * @param servers against what
 * @param prices what operations took when the run began, to which its plan was fitted, or null
 *     where nobody measured them
 * @param floors of this machine when the run began, both transports at each placement of its plan;
 *     empty where they could not be measured, and in runs from before they were
 * @param overhead what it took beside its forks, or null in runs from before that was stored
 * @param against what {@link cachemark.plan.Arm#BASE} is, or null where there is none
 */
public record RunRecord(
    int schemaVersion,
    String runId,
    RunState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    long seed,
    Plan plan,
    int plannedTrials,
    MachineFacts machine,
    BuildFacts build,
    List<ServerFacts> servers,
    @Nullable Prices prices,
    List<Floor> floors,
    @Nullable Overhead overhead,
    @Nullable Against against) {
  /** The stored form this code writes; it reads this one and every older one. */
  public static final int SCHEMA_VERSION = 4;

  public RunRecord {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(build, "build");
    servers = List.copyOf(servers);
    floors = floors == null ? List.of() : List.copyOf(floors);
  }

  /** This run, finished at {@code end}. */
  public RunRecord completed(Instant end) {
    return with(RunState.COMPLETE, end, overhead);
  }

  /** This run with more overhead, where its overhead is known at all. */
  public RunRecord spending(Overhead more) {
    return with(state, endedAt, overhead == null ? null : overhead.plus(more));
  }

  private RunRecord with(RunState newState, @Nullable Instant end, @Nullable Overhead spent) {
    return new RunRecord(
        schemaVersion,
        runId,
        newState,
        startedAt,
        end,
        seed,
        plan,
        plannedTrials,
        machine,
        build,
        servers,
        prices,
        floors,
        spent,
        against);
  }
}
