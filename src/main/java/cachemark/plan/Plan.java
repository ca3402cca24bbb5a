// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What to run.
 *
 * @param profile name it goes by, which becomes part of a folder's name: up to 60 letters, digits,
 *     dots, dashes and underscores
 * @param rounds times each cell is forked, from 1 to 1000
 * @param budgetSeconds the time it should not exceed, 1 or more
 * @param experiments one or more
 */
public record Plan(
    String profile,
    @JsonProperty(required = true) int rounds,
    @JsonProperty(required = true) int budgetSeconds,
    List<Experiment> experiments) {
  private static final int MAX_ROUNDS = 1_000;

  public Plan {
    PlanException.requireName("profile", "a plan", profile);
    experiments = PlanException.some("experiments", experiments);
    PlanException.requireWithin("rounds", rounds, 1, MAX_ROUNDS);
    PlanException.requireWithin("budgetSeconds", budgetSeconds, 1, Integer.MAX_VALUE);
  }

  /**
   * A plan of single cells, with time enough for all of them.
   *
   * @param cells what to measure, and how long each fork
   */
  public static Plan of(String profile, int rounds, Map<Cell, Timing> cells) {
    List<Experiment> experiments = new ArrayList<>();
    cells.forEach((cell, timing) -> experiments.add(Experiment.of(cell, timing)));
    return new Plan(profile, rounds, Integer.MAX_VALUE, experiments);
  }

  /**
   * The cells to measure and what is spent on each, in the order of the plan.
   *
   * @param cores this machine has, which decides the placement where the plan does not
   * @throws PlanException if two experiments hold the same cell
   */
  public Map<Cell, Effort> cells(int cores) {
    Map<Cell, Effort> cells = new LinkedHashMap<>();
    for (Experiment experiment : experiments) {
      for (Cell cell : experiment.cells(cores)) {
        PlanException.require(
            cells.put(cell, experiment.effort()) == null,
            "the plan names a cell twice: %s",
            cell.id());
      }
    }
    return cells;
  }

  /** This plan with another number of rounds, and as much more or less time as they take. */
  public Plan withRounds(int count) {
    long seconds = Math.max(1, (long) budgetSeconds * count / rounds);
    return new Plan(profile, count, (int) Math.min(Integer.MAX_VALUE, seconds), experiments);
  }

  /**
   * This plan with those of its experiments that have one of these ids, in the same time.
   *
   * @throws PlanException with the nearest id if one of them is that of no experiment
   */
  public Plan only(Collection<String> ids) {
    Set<String> known = new LinkedHashSet<>();
    experiments.forEach(experiment -> known.add(experiment.id()));
    for (String id : ids) {
      PlanException.require(
          known.contains(id), "there is no experiment %s: %s", id, Nearest.hint(id, known));
    }
    return new Plan(
        profile,
        rounds,
        budgetSeconds,
        experiments.stream().filter(experiment -> ids.contains(experiment.id())).toList());
  }

  /**
   * This plan without the cells that have one of {@code values} on an axis; empty if none is left.
   */
  public Optional<Plan> without(Axis axis, Collection<String> values) {
    List<Experiment> left =
        experiments.stream().flatMap(e -> e.without(axis, values).stream()).toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new Plan(profile, rounds, budgetSeconds, left));
  }

  /** This plan with every experiment on the given cores. */
  public Plan withPlacement(Placement placement) {
    return withExperiments(experiment -> experiment.withPlacement(placement));
  }

  /** Whether an experiment names the cores it wants and does not leave them to the machine. */
  public boolean asksForCores() {
    return experiments.stream()
        .map(Experiment::placement)
        .anyMatch(placement -> placement != null && placement != Placement.FREE);
  }

  Plan withExperiments(UnaryOperator<Experiment> change) {
    return new Plan(profile, rounds, budgetSeconds, experiments.stream().map(change).toList());
  }
}
