// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.figure.Named;
import cachemark.report.figure.Point;
import cachemark.report.figure.Series;
import cachemark.report.figure.SeriesKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The series of a panel: a cache each, or none, and what else tells its loads apart. */
final class Sides {
  private final List<Side> order;

  /**
   * A series.
   *
   * @param rank of its cache
   * @param store {@code NONE} or the cache
   * @param label of the cache for people
   * @param rest what else tells its loads apart; may be empty
   */
  record Side(double rank, String store, String label, String rest) {
    static Side of(LoadRounds cell, String rest) {
      return new Side(cell.number(Trait.STORE), cell.store(), cell.words(Trait.STORE), rest);
    }

    /** Its whole name on one line. */
    String name() {
      return rest.isEmpty() ? label : label + " (" + rest + ")";
    }
  }

  private final Map<Side, Map<Double, Point>> points = new HashMap<>();

  /** Series in this order, each once. */
  Sides(List<Side> order) {
    this.order = order.stream().distinct().toList();
  }

  /** Puts a point on a series, if anything was measured there. */
  void add(Side side, Point point) {
    if (!point.readings().isEmpty()) {
      points.computeIfAbsent(side, one -> new TreeMap<>()).put(point.x(), point);
    }
  }

  /** Those that have a point. */
  List<Series> series() {
    Map<String, Integer> variations = new HashMap<>();
    return order.stream()
        .filter(points::containsKey)
        .map(side -> series(side, variations.merge(side.store(), 1, Integer::sum) - 1))
        .toList();
  }

  private Series series(Side side, int variation) {
    Named subject = new Named(side.store(), side.label());
    SeriesKey key = new SeriesKey(subject, Named.NOTHING, side.rest());
    List<Point> own = List.copyOf(points.getOrDefault(side, Map.of()).values());
    return new Series(key, side.label(), side.rest(), variation, own);
  }
}
