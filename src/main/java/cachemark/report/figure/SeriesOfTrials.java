// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.result.TrialRecord;
import cachemark.store.StoreType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sorts what trials show into series, points and rounds. */
final class SeriesOfTrials {
  private static final List<String> STORES =
      List.of(StoreType.MEMCACHED.name(), StoreType.REDIS.name());
  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparingInt((SeriesKey key) -> rank(key.store()))
          .thenComparing(SeriesKey::store)
          .thenComparing(SeriesKey::operation, Comparator.reverseOrder())
          .thenComparing(SeriesKey::isThin)
          .thenComparing(SeriesKey::client);

  private SeriesOfTrials() {}

  static List<Series> of(List<TrialRecord> trials, Lens lens, boolean byOperation) {
    Map<SeriesKey, Map<Double, List<Reading>>> readings = new TreeMap<>(ORDER);
    for (TrialRecord trial : trials) {
      var points =
          readings.computeIfAbsent(SeriesKey.of(trial.cell(), byOperation), key -> new TreeMap<>());
      for (Lens.Observation seen : lens.reads().apply(trial)) {
        if (Double.isFinite(seen.value()) && seen.x() >= 0) {
          points
              .computeIfAbsent(seen.x(), x -> new ArrayList<>())
              .add(new Reading(trial.round(), seen.value(), trial.verdict()));
        }
      }
    }
    return series(readings);
  }

  private static List<Series> series(Map<SeriesKey, Map<Double, List<Reading>>> readings) {
    Map<String, Integer> variations = new LinkedHashMap<>();
    List<Series> series = new ArrayList<>();
    readings.forEach(
        (key, points) -> {
          int variation = variations.merge(key.store(), 1, Integer::sum) - 1;
          series.add(new Series(key, name(key, readings), variation, points(points)));
        });
    return series;
  }

  private static List<Point> points(Map<Double, List<Reading>> readings) {
    List<Point> points = new ArrayList<>();
    readings.forEach(
        (x, values) ->
            points.add(
                new Point(
                    x, values.stream().sorted(Comparator.comparingInt(Reading::round)).toList())));
    return points;
  }

  private static String name(SeriesKey key, Map<SeriesKey, ?> all) {
    String name = (key.storeLabel() + " " + key.operation()).strip();
    boolean oneClient = all.keySet().stream().map(SeriesKey::client).distinct().count() == 1;
    return oneClient ? name : name + " (" + key.clientLabel() + ")";
  }

  private static int rank(String store) {
    int rank = STORES.indexOf(store);
    return rank < 0 ? STORES.size() : rank;
  }
}
