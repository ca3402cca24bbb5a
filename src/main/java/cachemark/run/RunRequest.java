// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Plan;
import cachemark.plan.PlanException;
import cachemark.result.RunRecord;
import cachemark.server.source.SourceChoice;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What whoever starts a run asks for.
 *
 * @param plan what to run, as asked for; it may be trimmed to its budget
 * @param results folder under which the run's own folder is made
 * @param runId name of the run and its folder, or null for one made of the time and the profile
 * @param seed of the order of trials and of all keys and values
 * @param servers where they come from
 * @param against what it is measured against, or null for nothing
 * @param like a run whose servers these must be, or null for none
 */
public record RunRequest(
    Plan plan,
    Path results,
    @Nullable String runId,
    long seed,
    SourceChoice servers,
    @Nullable Rival against,
    @Nullable RunRecord like) {
  private static final String ID_FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  public RunRequest {
    requireId(runId);
  }

  /** Refuses what cannot be the name of a folder. */
  static void requireId(@Nullable String runId) {
    if (runId != null) {
      PlanException.require(
          runId.matches(ID_FORM),
          "\"%s\" cannot name a run: letters, digits, dots, dashes and underscores can",
          runId);
    }
  }
}
