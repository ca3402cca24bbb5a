// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.load.LoadPlan;
import cachemark.plan.workload.LoadCell;
import cachemark.plan.workload.WorkloadPlan;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What {@code --dry-run} says of a plan of loads. */
final class WorkloadDryRun {
  /** What nobody has measured on this machine. */
  private static final Duration START = Duration.ofMillis(500);

  private WorkloadDryRun() {}

  static void print(WorkloadPlan plan, Map<LoadCell, LoadPlan> loads, PrintWriter out) {
    Duration round = Duration.ZERO;
    for (Map.Entry<LoadCell, LoadPlan> load : loads.entrySet()) {
      Duration cost = of(load.getValue());
      out.printf(Locale.ROOT, "%6.1f s  %s%n", cost.toMillis() / 1e3, load.getKey().id());
      round = round.plus(cost);
    }
    out.printf(
        Locale.ROOT,
        "%d loads × %d rounds = %d, about %s of a budget of %s; the start of each is taken to last"
            + " %.1f s%n",
        loads.size(),
        plan.rounds(),
        (long) loads.size() * plan.rounds(),
        Clock.of(round.multipliedBy(plan.rounds())),
        Clock.of(Duration.ofSeconds(plan.budgetSeconds())),
        START.toMillis() / 1e3);
  }

  private static Duration of(LoadPlan load) {
    return load.warmup().plus(load.duration()).plus(START);
  }
}
