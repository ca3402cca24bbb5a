// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Cell;
import cachemark.plan.Cost;
import cachemark.plan.Effort;
import cachemark.plan.Placement;
import cachemark.plan.Plan;
import cachemark.plan.PlanException;
import cachemark.plan.Trimmer;
import cachemark.server.Cores;
import cachemark.server.source.SourceChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what of a plan can be run here, and what that comes to. Immutable. */
public final class PlanCheck {
  private final BenchmarkCatalog catalog = BenchmarkCatalog.ofThisJar();

  /** The benchmarks it knows. */
  BenchmarkCatalog catalog() {
    return catalog;
  }

  /**
   * The plan as it can be run on this machine with these servers, every name checked, without the
   * paths that {@link #leftOut} tells of.
   *
   * @param rival what it is measured against, or null for nothing
   * @throws cachemark.plan.PlanException if it names what does not exist
   */
  public Plan check(Plan plan, SourceChoice servers, @Nullable Rival rival) {
    Plan placed = placeable(MissingPaths.with(servers).leaveOut(plan), servers);
    if (rival != null && rival.servers() != null) {
      placed = placeable(placed, rival.servers());
      suit(placed, rival.servers());
    }
    suit(placed, servers);
    return placed;
  }

  /** What of a plan is left out since this machine lacks the programs for it, a sentence each. */
  public List<String> leftOut(Plan plan, SourceChoice servers) {
    return MissingPaths.with(servers).sentences(MissingPaths.of(plan));
  }

  private void suit(Plan plan, SourceChoice servers) {
    cells(plan).keySet().forEach(c -> Suitability.require(c.benchmark(), c.params(), servers));
  }

  /** A checked plan as it will run at these prices, fitted to its budget. */
  public Plan fit(Plan plan, Cost cost) {
    return new Trimmer(cost, cores()).trim(plan);
  }

  /** Where nothing can be kept on chosen cores, everything is free, and is called so. */
  private static Plan placeable(Plan plan, SourceChoice servers) {
    if (Cores.canPin() && servers.canPin()) {
      return plan;
    }
    if (plan.asksForCores()) {
      if (!servers.canPin()) {
        throw new PlanException(
            "servers that are there already cannot be put on chosen cores: use --pin free");
      }
      throw new RunException(
          "processes cannot be kept on chosen cores here, which takes Linux and taskset: use --pin"
              + " free");
    }
    return plan.withPlacement(Placement.FREE);
  }

  /**
   * The cells of a plan, with all parameters, and what is spent on each.
   *
   * @param rival what they are measured against, or null for nothing
   */
  public Map<Cell, Effort> cells(Plan plan, @Nullable Rival rival) {
    return Opposition.of(rival).on(cells(plan));
  }

  Map<Cell, Effort> cells(Plan plan) {
    Map<Cell, Effort> complete = new LinkedHashMap<>();
    plan.cells(cores())
        .forEach(
            (cell, effort) -> {
              Cell full = catalog.complete(cell);
              if (complete.put(full, effort) != null) {
                throw new PlanException("the plan names a cell twice: " + full.id());
              }
            });
    return complete;
  }

  private static int cores() {
    return Cores.ofThisMachine().count();
  }
}
