// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The order in which trials run: round by round, each round in an order of its own by lot. What is
 * measured against a base follows it at once or goes before it, by lot too, so that a machine that
 * slowly changes treats both alike; what is measured again stands anywhere, like any other cell.
 */
public final class Schedule {
  private Schedule() {}

  /** Every trial of the plan once; the same seed gives the same order. */
  public static List<Trial> of(Map<Cell, Effort> cells, int rounds, long seed) {
    Random random = new Random(seed);
    List<Trial> trials = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      List<List<Trial>> groups = groups(cells, round);
      Collections.shuffle(groups, random);
      for (List<Trial> group : groups) {
        Collections.shuffle(group, random);
        trials.addAll(group);
      }
    }
    return List.copyOf(trials);
  }

  private static List<List<Trial>> groups(Map<Cell, Effort> cells, int round) {
    List<List<Trial>> groups = new ArrayList<>();
    cells.forEach(
        (cell, effort) -> {
          Set<Arm> arms = effort.arms();
          List<Trial> pair = new ArrayList<>();
          for (Arm arm : arms) {
            Trial trial = new Trial(cell, round, arm, effort.timing());
            if (arm == Arm.AGAIN) {
              groups.add(new ArrayList<>(List.of(trial)));
            } else {
              pair.add(trial);
            }
          }
          groups.add(pair);
        });
    return groups;
  }
}
