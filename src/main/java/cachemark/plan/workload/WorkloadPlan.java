// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import cachemark.plan.Nearest;
import cachemark.plan.PlanException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Loads on a table with a cache in front.
 *
 * @param profile name it goes by, of the form that a plan's has
 * @param rounds times each load is put on, from 1 to 1000
 * @param budgetSeconds the time that all of it should not exceed, 1 or more
 * @param workload options of the command {@code load --table} without their dashes, and their
 *     values, that all loads share
 * @param loads one or more
 */
public record WorkloadPlan(
    String profile,
    @JsonProperty(required = true) int rounds,
    @JsonProperty(required = true) int budgetSeconds,
    Map<String, String> workload,
    List<LoadGroup> loads) {
  private static final int MAX_ROUNDS = 1_000;

  public WorkloadPlan {
    PlanException.requireName("profile", "a plan", profile);
    PlanException.requireWithin("rounds", rounds, 1, MAX_ROUNDS);
    PlanException.requireWithin("budgetSeconds", budgetSeconds, 1, Integer.MAX_VALUE);
    workload = PlanException.words("workload", workload);
    loads = PlanException.some("loads", loads);
    requireOwnIds(loads);
  }

  private static void requireOwnIds(List<LoadGroup> loads) {
    Set<String> ids = new HashSet<>();
    for (LoadGroup group : loads) {
      PlanException.require(
          ids.add(group.id()),
          "two groups of loads have the id %s; each needs its own",
          group.id());
    }
  }

  /** Every load, in the order of the plan; none is there twice. */
  public List<LoadCell> cells() {
    return loads.stream().flatMap(group -> group.cells(workload).stream()).toList();
  }

  /** This plan with another number of rounds, and as much more or less time as they take. */
  public WorkloadPlan withRounds(int count) {
    long seconds = Math.max(1, (long) budgetSeconds * count / rounds);
    int budget = (int) Math.min(Integer.MAX_VALUE, seconds);
    return new WorkloadPlan(profile, count, budget, workload, loads);
  }

  /**
   * This plan with those of its loads that have one of these ids.
   *
   * @throws PlanException with the nearest id if one of them is that of none
   */
  public WorkloadPlan only(Collection<String> ids) {
    List<String> known = loads.stream().map(LoadGroup::id).toList();
    for (String id : ids) {
      PlanException.require(
          known.contains(id), "there is no group of loads %s: %s", id, Nearest.hint(id, known));
    }
    List<LoadGroup> chosen = loads.stream().filter(group -> ids.contains(group.id())).toList();
    return new WorkloadPlan(profile, rounds, budgetSeconds, workload, chosen);
  }
}
