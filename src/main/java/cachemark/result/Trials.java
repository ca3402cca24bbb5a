// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import cachemark.plan.Cell;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The order of trials in whatever is made of a run, which is not the one they ran in. */
public final class Trials {
  private Trials() {}

  /** Sorts trials by cell: cells by their names, the trials of each by round. */
  public static Map<Cell, List<TrialRecord>> byCell(Stream<TrialRecord> trials) {
    // Most trials of a cell share its object, which spares the look at all it consists of.
    IdentityHashMap<Cell, List<TrialRecord>> objects =
        trials
            .sorted(Comparator.comparingInt(TrialRecord::round))
            .collect(
                Collectors.groupingBy(
                    TrialRecord::cell, IdentityHashMap::new, Collectors.toList()));
    Map<Cell, List<TrialRecord>> cells = new HashMap<>();
    objects.forEach((cell, own) -> cells.merge(cell, own, Trials::byRound));
    // A name is made anew at every call, so each is asked for once.
    Map<String, Cell> names = new TreeMap<>();
    cells.keySet().forEach(cell -> names.put(cell.id(), cell));
    Map<Cell, List<TrialRecord>> sorted = new LinkedHashMap<>();
    names.values().forEach(cell -> sorted.put(cell, List.copyOf(cells.get(cell))));
    return sorted;
  }

  private static List<TrialRecord> byRound(List<TrialRecord> some, List<TrialRecord> others) {
    return Stream.concat(some.stream(), others.stream())
        .sorted(Comparator.comparingInt(TrialRecord::round))
        .toList();
  }
}
