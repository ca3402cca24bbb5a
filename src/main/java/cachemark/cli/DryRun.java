// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.Cell;
import cachemark.plan.Cost;
import cachemark.plan.Effort;
import cachemark.plan.Plan;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What {@code --dry-run} says of a plan, at prices nobody has measured on this machine. */
final class DryRun {
  private DryRun() {}

  static void print(Plan asked, Plan plan, Map<Cell, Effort> cells, PrintWriter out) {
    Duration round = Duration.ZERO;
    for (Map.Entry<Cell, Effort> cell : cells.entrySet()) {
      Duration cost = Cost.ASSUMED.of(cell.getKey(), cell.getValue());
      out.printf(Locale.ROOT, "%6.1f s  %s%n", cost.toMillis() / 1e3, cell.getKey().id());
      round = round.plus(cost);
    }
    if (!asked.equals(plan)) {
      out.println("(points of the plan were left out to keep to its budget)");
    }
    out.printf(
        Locale.ROOT,
        "%d cells × %d rounds = %d trials, about %s of a budget of %s%n",
        cells.size(),
        plan.rounds(),
        plan.rounds() * cells.values().stream().mapToInt(e -> e.arms().size()).sum(),
        Clock.of(round.multipliedBy(plan.rounds())),
        Clock.of(Duration.ofSeconds(plan.budgetSeconds())));
  }
}
