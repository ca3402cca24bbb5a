// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.report.figure.Delivery;
import cachemark.report.figure.Point;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.report.figure.SeriesKey;
import cachemark.result.TrialRecord;
import cachemark.store.CacheType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sorts what trials show into series, points and rounds. */
final class SeriesOfTrials {
  /** What has no cache comes first, for everything else is compared with it. */
  private static final List<String> SUBJECTS =
      Stream.of(CacheType.values()).map(CacheType::name).toList();

  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparingInt((SeriesKey key) -> rank(key.subject().id()))
          .thenComparing(key -> key.subject().id())
          .thenComparing(SeriesKey::operation, Comparator.reverseOrder())
          .thenComparing(SeriesKey::isThin)
          .thenComparing(key -> key.client().id());

  private SeriesOfTrials() {}

  static List<Series> of(List<TrialRecord> trials, Lens lens, Sides sides) {
    Map<SeriesKey, Map<Double, List<Reading>>> readings = new HashMap<>();
    for (TrialRecord trial : trials) {
      var points = readings.computeIfAbsent(sides.key(trial.cell()), key -> new TreeMap<>());
      Delivery delivery = Deliveries.of(trial);
      for (Lens.Observation seen : lens.reads().apply(trial)) {
        if (Double.isFinite(seen.value()) && seen.x() >= 0) {
          points
              .computeIfAbsent(seen.x(), x -> new ArrayList<>())
              .add(new Reading(trial.round(), seen.value(), trial.verdict(), delivery));
        }
      }
    }
    Map<SeriesKey, List<Point>> points = new HashMap<>();
    readings.forEach((key, values) -> points.put(key, points(values)));
    return named(points, sides);
  }

  /** Series of points, in the order of all figures and under their names. */
  static List<Series> named(Map<SeriesKey, List<Point>> points, Sides sides) {
    Map<SeriesKey, List<Point>> sorted = new TreeMap<>(ORDER);
    sorted.putAll(points);
    Map<String, Integer> variations = new HashMap<>();
    List<Series> series = new ArrayList<>();
    sorted.forEach(
        (key, own) -> {
          int variation = variations.merge(key.subject().id(), 1, Integer::sum) - 1;
          String client = tellsClient(key, sorted) ? key.client().label() : "";
          series.add(series(key, sides, client, variation, own));
        });
    return series;
  }

  /** The client stands where there is room for it: with the meaning, else with the name. */
  private static Series series(
      SeriesKey key, Sides sides, String client, int variation, List<Point> points) {
    String name = sides.name(key);
    String meaning = sides.meaning(key);
    if (client.isEmpty()) {
      return new Series(key, name, meaning, variation, points);
    }
    return meaning.isEmpty()
        ? new Series(key, name + " (" + client + ")", "", variation, points)
        : new Series(key, name, meaning + ", " + client, variation, points);
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

  private static boolean tellsClient(SeriesKey key, Map<SeriesKey, ?> all) {
    return key.client().isPresent()
        && all.keySet().stream()
                .map(SeriesKey::client)
                .filter(client -> client.isPresent())
                .distinct()
                .count()
            > 1;
  }

  private static int rank(String subject) {
    int rank = SUBJECTS.indexOf(subject);
    return rank < 0 ? SUBJECTS.size() : rank;
  }
}
