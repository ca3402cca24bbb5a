// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.util.List;

/**
 * What to run.
 *
 * @param profile name it goes by
 * @param rounds times each cell is forked, 1 or more
 * @param budgetSeconds the time it should not exceed, 1 or more
 * @param experiments one or more
 */
public record Plan(String profile, int rounds, int budgetSeconds, List<Experiment> experiments) {
  public Plan {
    experiments = List.copyOf(experiments);
    PlanException.require(rounds >= 1, "rounds is %d; at least 1 is needed", rounds);
    PlanException.require(
        budgetSeconds >= 1, "budgetSeconds is %d; at least 1 is needed", budgetSeconds);
    PlanException.require(!experiments.isEmpty(), "the plan \"%s\" has no experiment", profile);
  }
}
