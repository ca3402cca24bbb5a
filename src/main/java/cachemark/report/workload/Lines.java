// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Quantity;
import cachemark.report.workload.Sides.Side;
import cachemark.result.workload.WorkloadLoad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Panels along whose axis the loads of a group lie. A load that has no place on it, as one without
 * a cache has none by the memory of the cache, is a level over all places.
 *
 * @param group of loads
 * @param axis to the right
 * @param x place of a load; NaN where it has none
 * @param along traits that the place tells
 * @param apart traits that have a panel for each of their values
 */
record Lines(
    Group group, Axis axis, ToDoubleFunction<LoadRounds> x, List<Trait> along, List<Trait> apart) {
  Lines {
    along = List.copyOf(along);
    apart = List.copyOf(apart);
  }

  /**
   * A panel for each value of the traits that are apart.
   *
   * @param title of what is measured; may be empty
   */
  List<Panel> panels(Quantity quantity, String title, ToDoubleFunction<WorkloadLoad> measure) {
    List<Panel> panels = new ArrayList<>();
    sheets()
        .forEach(
            (label, cells) -> {
              Sides sides = sides(cells, measure);
              String words =
                  Stream.of(label, title)
                      .filter(one -> !one.isEmpty())
                      .collect(Collectors.joining(", "));
              if (!sides.series().isEmpty()) {
                panels.add(new Panel(words, quantity, axis, sides.series(), List.of()));
              }
            });
    return panels;
  }

  /** The loads of each panel; one without a cache may be on several. */
  private Map<String, List<LoadRounds>> sheets() {
    List<LoadRounds> heads = group.cached().isEmpty() ? group.cells() : group.cached();
    Map<String, List<LoadRounds>> sheets = new LinkedHashMap<>();
    for (LoadRounds head : heads) {
      String label = words(head);
      sheets.computeIfAbsent(
          label,
          one -> group.cells().stream().filter(cell -> Group.alike(cell, head, apart)).toList());
    }
    return sheets;
  }

  private String words(LoadRounds cell) {
    return apart.stream()
        .filter(group.varied()::contains)
        .map(cell::words)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private Sides sides(List<LoadRounds> cells, ToDoubleFunction<WorkloadLoad> measure) {
    Sides sides =
        new Sides(
            cells.stream()
                .map(this::side)
                .distinct()
                .sorted(Comparator.comparingDouble(Side::rank))
                .toList());
    double[] places = cells.stream().mapToDouble(x).filter(Double::isFinite).distinct().toArray();
    for (LoadRounds cell : cells) {
      double own = x.applyAsDouble(cell);
      for (double place : Double.isFinite(own) ? new double[] {own} : places) {
        sides.add(side(cell), cell.point(place, measure));
      }
    }
    return sides;
  }

  private Side side(LoadRounds cell) {
    List<Trait> told = new ArrayList<>(along);
    told.addAll(apart);
    return Side.of(cell, group.label(cell, told));
  }
}
