// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sorts what was found of the cells of a figure by conditions, which are never mixed.
 *
 * @param <T> what was found of one cell, as a trial
 */
final class Groups<T> {
  private final FigureSpec spec;
  private final Function<T, Cell> cell;

  Groups(FigureSpec spec, Function<T, Cell> cell) {
    this.spec = spec;
    this.cell = cell;
  }

  /** A group for every combination of conditions that is worth a figure. */
  SortedMap<Conditions, List<T>> of(List<T> trials) {
    SortedMap<Conditions, List<T>> groups =
        new TreeMap<>(
            trials.stream()
                .filter(trial -> spec.selection().selects(cell.apply(trial)))
                .collect(Collectors.groupingBy(trial -> Conditions.of(spec, cell.apply(trial)))));
    join(groups);
    if (spec.selection().sizes() == Selection.Sizes.ONE) {
      removeSeveralSizes(groups);
    }
    groups
        .values()
        .removeIf(group -> !spec.selection().isFigure(group.stream().map(cell).toList()));
    return groups;
  }

  /** Takes out the groups that differ in nothing but the size of their values. */
  private void removeSeveralSizes(SortedMap<Conditions, List<T>> groups) {
    Map<Conditions, Long> sizes =
        groups.keySet().stream()
            .collect(Collectors.groupingBy(Conditions::ofAnySize, Collectors.counting()));
    groups.keySet().removeIf(one -> sizes.getOrDefault(one.ofAnySize(), 0L) > 1);
  }

  /** Puts the trials to which a condition means nothing into every group that they fit. */
  private void join(SortedMap<Conditions, List<T>> groups) {
    List<Conditions> guests =
        groups.keySet().stream().filter(one -> !one.idle().isEmpty()).toList();
    Map<Conditions, List<T>> homeless = new TreeMap<>();
    for (Conditions guest : guests) {
      List<T> trials = oneOfEach(groups.getOrDefault(guest, List.of()));
      groups.remove(guest);
      homeless.put(guest, trials);
      groups.forEach(
          (host, group) -> {
            if (guest.fits(host)) {
              group.addAll(trials);
              homeless.remove(guest);
            }
          });
    }
    groups.putAll(homeless);
  }

  /** Of cells that differ only in what means nothing to them, the first by name. */
  private List<T> oneOfEach(List<T> trials) {
    Map<Cell, Cell> chosen = new HashMap<>();
    trials.stream()
        .map(cell)
        .sorted(Comparator.comparing(Cell::id))
        .forEach(one -> chosen.putIfAbsent(bare(one), one));
    return new ArrayList<>(
        trials.stream()
            .filter(trial -> cell.apply(trial).equals(chosen.get(bare(cell.apply(trial)))))
            .toList());
  }

  private Cell bare(Cell cell) {
    SortedMap<String, String> params = new TreeMap<>(cell.params());
    params.keySet().removeAll(spec.sides().idle(cell));
    params.keySet().removeAll(spec.sides().parameters());
    return new Cell(
        cell.experiment(),
        cell.variant(),
        cell.benchmark(),
        cell.mode(),
        params,
        cell.threads(),
        cell.placement());
  }
}
