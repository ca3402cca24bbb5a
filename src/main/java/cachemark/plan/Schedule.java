// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The order in which trials run: round by round, each round in an order of its own by lot. */
public final class Schedule {
  private Schedule() {}

  /** Every trial of the plan once; the same seed gives the same order. */
  public static List<Trial> of(Map<Cell, Timing> cells, int rounds, long seed) {
    Random random = new Random(seed);
    List<Trial> trials = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      List<Trial> thisRound = new ArrayList<>();
      for (Map.Entry<Cell, Timing> cell : cells.entrySet()) {
        thisRound.add(new Trial(cell.getKey(), round, cell.getValue()));
      }
      Collections.shuffle(thisRound, random);
      trials.addAll(thisRound);
    }
    return List.copyOf(trials);
  }
}
