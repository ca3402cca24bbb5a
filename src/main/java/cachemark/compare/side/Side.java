// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.side;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One side of a comparison.
 *
 * @param name what it is called in words, as the run's id
 * @param facts about Java, machine and profile, by aspect and name; those not there are unknown
 * @param servers facts about each server by its name: version, source and settings
 * @param cells what was measured, sorted; of an empty series nothing could be
 * @param trials how many, by what became of them
 * @param floor by how many times two measurements of the same cell differed at most, 1 or more; NaN
 *     where no cell was measured twice
 * @param notes what was repaired or left out on reading, a sentence each
 */
public record Side(
    String name,
    Map<Aspect, SortedMap<String, String>> facts,
    SortedMap<String, SortedMap<String, String>> servers,
    SortedMap<CellKey, Series> cells,
    Trials trials,
    double floor,
    List<String> notes) {
  /**
   * Trials by what became of them.
   *
   * @param valid ones, suspect ones included
   * @param invalid ones
   * @param missing ones of those planned
   */
  public record Trials(int valid, int invalid, int missing) {}

  public Side {
    facts = Map.copyOf(facts);
    servers = Collections.unmodifiableSortedMap(new TreeMap<>(servers));
    cells = Collections.unmodifiableSortedMap(cells);
    notes = List.copyOf(notes);
  }

  /** Whether every planned trial is there and can be believed. */
  public boolean isComplete() {
    return trials.invalid() == 0 && trials.missing() == 0;
  }
}
