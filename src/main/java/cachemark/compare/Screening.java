// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The first look at all pairs. */
final class Screening {
  private Screening() {}

  /** What is to be said of two sides before anything is compared. */
  static List<String> notes(Side base, Side next, Title title) {
    List<String> notes = new ArrayList<>(base.notes());
    if (title.kind() == Title.Kind.RUNS) {
      List<String> unknown = Comparability.unknown(base, next);
      if (!unknown.isEmpty()) {
        notes.add("not known of both sides, and not checked: " + String.join(", ", unknown));
      }
    }
    next.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
    return notes;
  }

  /** Adds the rows of pairs, and returns what is to be said of those that have none. */
  static List<String> screen(Judge judge, List<Pair> pairs, List<Row> rows) {
    NavigableSet<String> notes = new TreeSet<>();
    for (Pair pair : pairs) {
      Optional<Row> row = judge.screen(pair);
      row.ifPresent(rows::add);
      if (row.isEmpty()) {
        notes.add(
            "cells in "
                + pair.base().unit()
                + (pair.base().unit().equals(pair.next().unit())
                    ? ""
                    : " and " + pair.next().unit())
                + " are left out: nobody can tell from that which side is the faster one");
      }
      if (pair.work() != 1) {
        notes.add("batches of different size are compared by the time for the same work");
      }
    }
    return List.copyOf(notes);
  }
}
