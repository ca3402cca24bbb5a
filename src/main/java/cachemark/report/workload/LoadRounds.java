// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.CacheEvent;
import cachemark.report.figure.Point;
import cachemark.report.figure.Reading;
import cachemark.result.Verdict;
import cachemark.result.workload.WorkloadLoad;
import cachemark.stats.Summary;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One load of a plan in all its rounds.
 *
 * @param loads one or more, by round
 */
record LoadRounds(List<WorkloadLoad> loads) {
  /** What tells loads apart: all that was asked for. */
  private record Asked(Map<String, String> words, List<CacheEvent> events) {}

  LoadRounds {
    loads = loads.stream().sorted(Comparator.comparingInt(WorkloadLoad::round)).toList();
  }

  /** All loads, each with its rounds, in the order of their traits. */
  static List<LoadRounds> of(Collection<WorkloadLoad> loads) {
    Map<Asked, List<WorkloadLoad>> byAsked =
        loads.stream()
            .collect(
                Collectors.groupingBy(
                    load -> new Asked(load.words(), load.events()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byAsked.values().stream().map(LoadRounds::new).sorted(LoadRounds::compare).toList();
  }

  private static int compare(LoadRounds one, LoadRounds other) {
    for (Trait trait : Trait.values()) {
      Optional<Trait.Value> first = one.value(trait);
      Optional<Trait.Value> second = other.value(trait);
      int order =
          first.isPresent() && second.isPresent()
              ? first.get().compareTo(second.get())
              : Boolean.compare(first.isPresent(), second.isPresent());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Any of them, for what all share. */
  WorkloadLoad any() {
    return loads.get(0);
  }

  /** This trait, be it one that the load has. */
  Optional<Trait.Value> value(Trait trait) {
    return trait.of(any());
  }

  /** The words of a trait; empty where the load has no such thing. */
  String words(Trait trait) {
    return value(trait).map(Trait.Value::words).orElse("");
  }

  /** The number of a trait; NaN where the load has no such thing. */
  double number(Trait trait) {
    return value(trait).map(Trait.Value::order).orElse(Double.NaN);
  }

  /** {@code NONE} or the cache, as subjects of figures are called. */
  String store() {
    return Trait.table(any()).cache().toUpperCase(Locale.ROOT);
  }

  boolean hasCache() {
    return Trait.table(any()).hasCache();
  }

  /** Whether requests were sent as soon as those before were answered. */
  boolean isClosed() {
    return any().settings().spacing() == null;
  }

  /** What each round measured; a round of which it is not known is left out. */
  List<Reading> readings(ToDoubleFunction<WorkloadLoad> measure) {
    return loads.stream()
        .map(load -> new Reading(load.round(), measure.applyAsDouble(load), load.step().verdict()))
        .filter(reading -> Double.isFinite(reading.value()))
        .toList();
  }

  /** The rounds as a point of a figure. */
  Point point(double x, ToDoubleFunction<WorkloadLoad> measure) {
    return new Point(x, readings(measure));
  }

  /** What the rounds come to; empty where none counts. */
  Optional<Summary> summary(ToDoubleFunction<WorkloadLoad> measure) {
    return point(0, measure).summary();
  }

  /** The mean over the rounds that count; NaN where none does. */
  double mean(ToDoubleFunction<WorkloadLoad> measure) {
    return summary(measure).map(Summary::mean).orElse(Double.NaN);
  }

  /** The value of each round that counts. */
  SortedMap<Integer, Double> byRound(ToDoubleFunction<WorkloadLoad> measure) {
    SortedMap<Integer, Double> values = new TreeMap<>();
    point(0, measure).counted().forEach(reading -> values.put(reading.round(), reading.value()));
    return values;
  }

  /** Rounds of this verdict. */
  long count(Verdict verdict) {
    return loads.stream().filter(load -> load.step().verdict() == verdict).count();
  }
}
