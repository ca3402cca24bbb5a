// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.CacheEvent;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Reading;
import cachemark.report.workload.Sides.Side;
import cachemark.result.load.LoadMoment;
import cachemark.result.workload.WorkloadLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Panels along whose axis the seconds of loads lie.
 *
 * @param group of loads
 */
record BySecond(Group group) {

  /** A panel, or none where nothing was measured of that. */
  Optional<Panel> panel(
      Quantity quantity, String title, boolean told, ToDoubleFunction<LoadMoment> measure) {
    Sides sides = new Sides(group.cells().stream().map(this::side).toList());
    for (LoadRounds cell : group.cells()) {
      points(cell, measure).forEach(point -> sides.add(side(cell), point));
    }
    return sides.series().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Panel(title, quantity, Axis.MOMENT, sides.series(), List.of(), events(told)));
  }

  private Side side(LoadRounds cell) {
    return Side.of(cell, group.label(cell, List.of(Trait.EVENTS)));
  }

  /** Every second at its end, for what was answered in it is known then. */
  private static List<Point> points(LoadRounds cell, ToDoubleFunction<LoadMoment> measure) {
    Map<Double, List<Reading>> seconds = new TreeMap<>();
    for (WorkloadLoad load : cell.loads()) {
      for (LoadMoment moment : Moments.of(load)) {
        double value = measure.applyAsDouble(moment);
        if (Double.isFinite(value)) {
          seconds
              .computeIfAbsent(Moments.end(moment), end -> new ArrayList<>())
              .add(new Reading(load.round(), value, load.step().verdict()));
        }
      }
    }
    List<Point> points = new ArrayList<>();
    seconds.forEach((end, readings) -> points.add(new Point(end, readings)));
    return points;
  }

  /** What happens to the cache of any load; with words only where they are to be told. */
  private List<Panel.Event> events(boolean told) {
    return group.cells().stream()
        .flatMap(cell -> cell.any().events().stream())
        .distinct()
        .map(event -> new Panel.Event(told ? words(event) : "", Incident.atSeconds(event)))
        .toList();
  }

  private static String words(CacheEvent event) {
    return "cache " + Incident.verb(event.what());
  }
}
