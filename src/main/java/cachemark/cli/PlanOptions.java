// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.Placement;
import cachemark.plan.Plan;
import cachemark.plan.PlanReader;
import cachemark.plan.PlanSource;
import cachemark.plan.workload.WorkloadPlan;
import cachemark.plan.workload.WorkloadReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say what to measure. */
final class PlanOptions {
  private static final String USUAL_PROFILE = "quick";

  @ArgGroup private @Nullable Source source;

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description =
          "Only these experiments or groups of loads of the plan, as in E4,C14 (default: all).")
  private List<String> only = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "Times everything is measured, from 1 to 1000 (default: the plan's own; 5 or more give"
              + " intervals).")
  private @Nullable Integer rounds;

  @Option(
      names = "--pin",
      paramLabel = "WHERE",
      description = {
        "Cores of client and servers: ${COMPLETION-CANDIDATES} (default: split with 4 cores or"
            + " more; on fewer, same for one thread and free for several)."
      },
      converter = PlacementConverter.class,
      completionCandidates = PlacementConverter.Names.class)
  private @Nullable Placement pin;

  private @Nullable PlanSource text;

  /** Where the plan comes from. */
  static final class Source {
    @Option(
        names = "--profile",
        paramLabel = "NAME",
        completionCandidates = ProfileNames.class,
        description = {
          "A plan that comes with cachemark (default: " + USUAL_PROFILE + "):",
          "smoke, 90 seconds: does everything work?",
          "quick, 11 minutes: every figure, three rounds",
          "cache, 15 minutes: a table with a cache in front: hit ratios, expiry, outages, five"
              + " rounds",
          "report, 100 minutes: the report's own ranges, five rounds"
        })
    @Nullable String profile;

    @Option(
        names = "--plan",
        paramLabel = "FILE",
        description = "A plan of your own, in YAML; see \"schema --help\".")
    @Nullable Path plan;

    @Option(
        names = "--resume",
        paramLabel = "RUN",
        description = "Measure what a stopped run has left to do: its name or folder.")
    @Nullable String resume;
  }

  /** The run to go on with; empty if a new one is asked for. */
  Optional<String> resumed() {
    return Optional.ofNullable(source == null ? null : source.resume);
  }

  /** Whether anything changes the plan that is named. */
  boolean changesPlan() {
    return !only.isEmpty() || rounds != null || pin != null;
  }

  /** The text of the plan that is named, which is read once: a pipe has no more of it. */
  PlanSource text() {
    PlanSource known = text;
    if (known == null) {
      known = named();
      text = known;
    }
    return known;
  }

  private PlanSource named() {
    if (source != null && source.plan != null) {
      return PlanSource.file(source.plan);
    }
    String profile = source == null ? null : source.profile;
    return PlanSource.profile(profile == null ? USUAL_PROFILE : profile);
  }

  /** Where client and servers are to be, or null if that is not said. */
  @Nullable Placement pin() {
    return pin;
  }

  /** The loads as asked for. */
  WorkloadPlan loads() {
    WorkloadPlan plan = WorkloadReader.read(text());
    if (rounds != null) {
      plan = plan.withRounds(rounds);
    }
    return only.isEmpty() ? plan : plan.only(only);
  }

  /** The experiments as asked for. */
  Plan experiments() {
    Plan plan = PlanReader.read(text());
    if (rounds != null) {
      plan = plan.withRounds(rounds);
    }
    if (pin != null) {
      plan = plan.withPlacement(pin);
    }
    return only.isEmpty() ? plan : plan.only(only);
  }
}
