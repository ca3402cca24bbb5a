// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Quantity;
import cachemark.report.workload.Sides.Side;
import cachemark.result.workload.WorkloadLoad;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Panels on which the loads of a group stand side by side, with a bar for each cache, or where they
 * are too many, in rows. A load without a cache stands beside all those that share what it has.
 */
final class Bars {
  /** Letters that all names of bars may have together, and still stand beside each other. */
  private static final int LETTERS = 120;

  private static final int MOST_BARS = 6;

  private final Group group;

  /** A load for each category. */
  private final List<LoadRounds> heads;

  private final String noun;

  /**
   * Panels of a group.
   *
   * @param noun what its loads are told by, as in {@code Policy}
   */
  Bars(Group group, String noun) {
    this.group = group;
    this.noun = noun;
    List<LoadRounds> all = group.cached().isEmpty() ? group.cells() : group.cached();
    this.heads =
        all.stream()
            .map(group::label)
            .distinct()
            .map(label -> all.stream().filter(c -> group.label(c).equals(label)).findFirst())
            .flatMap(Optional::stream)
            .toList();
  }

  /** Rows have no title but that over their names. */
  private Axis axis(String title) {
    List<String> names = heads.stream().map(head -> CellTable.name(group, head)).toList();
    String over = title.isEmpty() ? noun : title;
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    boolean fits = names.size() <= MOST_BARS && longest * names.size() <= LETTERS;
    List<Integer> told = IntStream.range(0, names.size()).boxed().toList();
    return new Axis(
        noun, "", names, told, fits ? List.of() : Collections.nCopies(names.size(), over));
  }

  /** A panel, or none where nothing was measured of that. */
  Optional<Panel> panel(Quantity quantity, String title, ToDoubleFunction<WorkloadLoad> measure) {
    Sides sides =
        new Sides(
            group.cells().stream()
                .map(Bars::side)
                .distinct()
                .sorted(Comparator.comparingDouble(Side::rank))
                .toList());
    for (int i = 0; i < heads.size(); i++) {
      LoadRounds head = heads.get(i);
      for (LoadRounds cell : group.cells()) {
        if (Group.alike(cell, head, group.varied())) {
          sides.add(side(cell), cell.point(i, measure));
        }
      }
    }
    return sides.series().isEmpty()
        ? Optional.empty()
        : Optional.of(new Panel(title, quantity, axis(title), sides.series(), List.of()));
  }

  private static Side side(LoadRounds cell) {
    return Side.of(cell, "");
  }
}
