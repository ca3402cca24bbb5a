// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.drill.DrillPlan;
import cachemark.drill.Scenario;
import cachemark.drill.cluster.SubjectType;
import cachemark.server.source.SourceChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drills that are asked for.
 *
 * @param subjects what is drilled, in the order it is shown
 * @param scenarios of each
 * @param plan the operations meanwhile
 * @param placeKeys keys that are written to see where they go
 * @param lagWrites to a Redis master that are looked for on its replica
 * @param duration of each scenario under load, or null for its usual one
 * @param servers where servers come from
 * @param results where the drills are stored, in a folder of their own
 * @param runId name of that folder, or null for one made of the time
 */
public record DrillRequest(
    List<SubjectType> subjects,
    List<Scenario> scenarios,
    DrillPlan plan,
    int placeKeys,
    int lagWrites,
    @Nullable Duration duration,
    SourceChoice servers,
    Path results,
    @Nullable String runId) {
  public DrillRequest {
    subjects = List.copyOf(subjects);
    scenarios = List.copyOf(scenarios);
  }

  /** How long a scenario takes under load. */
  Duration duration(Scenario scenario) {
    return duration == null || scenario == Scenario.PLACE ? scenario.usual() : duration;
  }
}
