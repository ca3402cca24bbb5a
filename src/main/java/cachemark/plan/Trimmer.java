// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Fits a plan into its budget, never by rounds: leaves out inner points of its axes, then makes its
 * longest batches shorter. Experiments that belong into one picture keep the same points.
 */
public final class Trimmer {
  private static final String OPERATIONS = Axis.OPERATIONS.parameter();

  /** Shorter than this, a batch says nothing of how time grows with it. */
  private static final int LEAST_GROWTH = 2;

  private final Cost cost;
  private final int cores;

  /** A trimmer for a machine with these prices and this number of cores. */
  public Trimmer(Cost cost, int cores) {
    this.cost = cost;
    this.cores = cores;
  }

  /**
   * The plan, with inner values of {@code operations} and {@code threads} left out, longest list
   * first, and then with the largest {@code operations} of the most expensive experiment halved,
   * until its cost fits its budget or nothing of the kind is left to do.
   */
  public Plan trim(Plan plan) {
    Plan trimmed = plan;
    while (cost.of(trimmed, cores).compareTo(Duration.ofSeconds(plan.budgetSeconds())) > 0) {
      Optional<Plan> smaller = withFewerPoints(trimmed);
      if (smaller.isEmpty()) {
        smaller = withShorterBatches(trimmed);
      }
      if (smaller.isEmpty()) {
        return trimmed;
      }
      trimmed = smaller.get();
    }
    return trimmed;
  }

  private static Optional<Plan> withFewerPoints(Plan plan) {
    return plan.experiments().stream()
        .filter(experiment -> length(experiment) > 2)
        .max(Comparator.comparingInt(Trimmer::length))
        .map(longest -> plan.withExperiments(e -> belongs(e, longest) ? shorter(e) : e));
  }

  private Optional<Plan> withShorterBatches(Plan plan) {
    return plan.experiments().stream()
        .filter(experiment -> halved(counts(experiment)).isPresent())
        .max(Comparator.comparing(experiment -> costOf(plan, experiment)))
        .map(longest -> plan.withExperiments(e -> belongs(e, longest) ? smaller(e) : e));
  }

  private Duration costOf(Plan plan, Experiment experiment) {
    return cost.of(
        new Plan(plan.profile(), plan.rounds(), plan.budgetSeconds(), List.of(experiment)), cores);
  }

  /** Whether the two are drawn in one picture and differ in other axes only. */
  private static boolean belongs(Experiment one, Experiment other) {
    return one.id().equals(other.id())
        && one.variant() == other.variant()
        && one.mode() == other.mode()
        && one.benchmarks().equals(other.benchmarks())
        && one.threads().equals(other.threads())
        && counts(one).equals(counts(other));
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

  private static Experiment smaller(Experiment experiment) {
    return halved(counts(experiment))
        .map(counts -> experiment.withAxis(OPERATIONS, counts))
        .orElse(experiment);
  }

  /** The ends with the upper one halved; empty where it would come too near to the lower one. */
  private static Optional<List<String>> halved(List<String> counts) {
    if (counts.size() < 2) {
      return Optional.empty();
    }
    int first = Integer.parseInt(counts.get(0));
    int last = Integer.parseInt(counts.get(counts.size() - 1)) / 2;
    return last < LEAST_GROWTH * first
        ? Optional.empty()
        : Optional.of(List.of(counts.get(0), Integer.toString(last)));
  }

  private static <T> List<T> withoutMiddle(List<T> values) {
    List<T> fewer = new ArrayList<>(values);
    fewer.remove(values.size() / 2);
    return fewer;
  }
}
