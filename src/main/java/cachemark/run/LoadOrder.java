// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.CachedTable;
import cachemark.load.LoadPlan;
import cachemark.plan.workload.LoadCell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * In which order loads are put on: by chance, but those together that want the same table, since to
 * make one takes as long as a load. Pure.
 */
final class LoadOrder {
  private final Map<TableRows.Content, List<LoadCell>> byTable = new LinkedHashMap<>();
  private final long seed;

  LoadOrder(Map<LoadCell, LoadPlan> loads, long seed) {
    this.seed = seed;
    loads.forEach(
        (cell, plan) ->
            byTable
                .computeIfAbsent(
                    TableRows.Content.of(plan, (CachedTable) plan.subject(), ""),
                    any -> new ArrayList<>())
                .add(cell));
  }

  /** The order of one round; every one of them has its own. */
  List<LoadCell> of(int round) {
    Random random = new Random(seed * 31 + round);
    List<List<LoadCell>> tables = new ArrayList<>(byTable.values());
    Collections.shuffle(tables, random);
    List<LoadCell> order = new ArrayList<>();
    for (List<LoadCell> table : tables) {
      List<LoadCell> mixed = new ArrayList<>(table);
      Collections.shuffle(mixed, random);
      order.addAll(mixed);
    }
    return order;
  }
}
