// SPDX-License-Identifier: Apache-2.0
package cachemark.result.drill;

import cachemark.result.BuildFacts;
import cachemark.result.MachineFacts;
import cachemark.result.RunState;
import cachemark.result.ServerFacts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Failure drills as stored, {@code drill.json}.
 *
 * @param schemaVersion of the stored form, {@link #SCHEMA_VERSION} when written
 * @param runId name of the drills and of their folder
 * @param state how far they came
 * @param startedAt when they began
 * @param endedAt when the last ended, or null while they are open
 * @param settings that all share
 * @param machine where
 * @param build of which sources
 * @param servers one of each program that took part, as it was started first
 * @param subjects that were asked for, in the order they are shown
 * @param drills in the order they ran
 * @param places which server held which key, of the scenario that looks at it
 * @param lags of a Redis replica behind its master
 * @param agreements whether two clients place every key alike
 */
public record DrillRecord(
    int schemaVersion,
    String runId,
    RunState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    DrillSettings settings,
    MachineFacts machine,
    BuildFacts build,
    List<ServerFacts> servers,
    List<DrillSubject> subjects,
    List<DrillOutcome> drills,
    List<DrillPlaces> places,
    List<DrillLag> lags,
    List<DrillAgreement> agreements) {
  /** The stored form this code writes; it reads this one and every older one. */
  public static final int SCHEMA_VERSION = 1;

  public DrillRecord {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(build, "build");
    servers = List.copyOf(servers);
    subjects = List.copyOf(subjects);
    drills = List.copyOf(drills);
    places = List.copyOf(places);
    lags = List.copyOf(lags);
    agreements = List.copyOf(agreements);
  }

  /** The names of the scenarios that ran under load, in the order they did first. */
  public List<String> scenarios() {
    return drills.stream().map(DrillOutcome::scenario).distinct().toList();
  }

  /** The drills of a scenario, in the order of the subjects. */
  public List<DrillOutcome> of(String scenario) {
    return subjects.stream().flatMap(subject -> drill(subject.id(), scenario).stream()).toList();
  }

  /** A subject's drill of a scenario, if it ran. */
  public Optional<DrillOutcome> drill(String subject, String scenario) {
    return drills.stream()
        .filter(one -> one.subject().equals(subject) && one.scenario().equals(scenario))
        .findFirst();
  }

  /** What is known of a subject. */
  public Optional<DrillSubject> subject(String id) {
    return subjects.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Where a subject placed keys over so many primaries, if that was looked at. */
  public Stream<DrillPlaces> places(String subject) {
    return places.stream().filter(one -> one.subject().equals(subject));
  }
}
