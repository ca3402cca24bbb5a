// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Fits a plan into its budget by leaving out inner points of its axes, never rounds. */
public final class Trimmer {
  private static final String OPERATIONS = Axis.OPERATIONS.parameter();

  private Trimmer() {}

  /**
   * The plan, with inner values of {@code operations} and {@code threads} left out, longest list
   * first, until its cost fits its budget or only the ends are left.
   */
  public static Plan trim(Plan plan, int cores) {
    Plan trimmed = plan;
    while (Cost.of(trimmed, cores).compareTo(Duration.ofSeconds(plan.budgetSeconds())) > 0) {
      Optional<Experiment> longest =
          trimmed.experiments().stream()
              .filter(experiment -> length(experiment) > 2)
              .max(Comparator.comparingInt(Trimmer::length));
      if (longest.isEmpty()) {
        return trimmed;
      }
      trimmed = trimmed.withExperiments(e -> e.equals(longest.get()) ? shorter(e) : e);
    }
    return trimmed;
  }

  private static int length(Experiment experiment) {
    return Math.max(counts(experiment).size(), experiment.threads().size());
  }

  private static List<String> counts(Experiment experiment) {
    return experiment.axes().getOrDefault(OPERATIONS, List.of());
  }

  private static Experiment shorter(Experiment experiment) {
    return counts(experiment).size() >= experiment.threads().size()
        ? experiment.withAxis(OPERATIONS, withoutMiddle(counts(experiment)))
        : experiment.withThreads(withoutMiddle(experiment.threads()));
  }

  private static <T> List<T> withoutMiddle(List<T> values) {
    List<T> fewer = new ArrayList<>(values);
    fewer.remove(values.size() / 2);
    return fewer;
  }
}
