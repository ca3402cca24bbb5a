// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.report.catalogue.Deliveries;
import cachemark.report.catalogue.Measures;
import cachemark.report.figure.Delivery;
import cachemark.report.figure.Mismatch;
import cachemark.result.TrialRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The times of cells that differ in nothing but what is meant to vary.
 *
 * @param under what tells these conditions from those of the other groups; empty where it is alone
 * @param logs natural logarithm of the seconds that an operation takes over all threads, by what
 *     varies, and by round
 * @param deliveries what the operations of the same trials brought, by what varies
 */
record Group(
    String under,
    Map<SortedMap<String, String>, SortedMap<Integer, Double>> logs,
    Map<SortedMap<String, String>, Delivery> deliveries) {

  /** The trials of a slice by conditions, which are never mixed. */
  static List<Group> split(List<TrialRecord> trials, Set<String> varying) {
    Map<SortedMap<String, String>, List<TrialRecord>> groups = new LinkedHashMap<>();
    for (TrialRecord trial : trials) {
      SortedMap<String, String> shared = Traits.of(trial.cell());
      shared.keySet().removeAll(varying);
      groups.computeIfAbsent(shared, key -> new ArrayList<>()).add(trial);
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new Group(
                    difference(group.getKey(), groups.keySet()),
                    logs(group.getValue(), varying),
                    deliveries(group.getValue(), varying)))
        .toList();
  }

  /** The times of the cell with these traits by round; empty where there is none. */
  SortedMap<Integer, Double> at(Map<String, String> traits) {
    return logs.getOrDefault(new TreeMap<>(traits), new TreeMap<>());
  }

  /**
   * What the sides {@code one} and {@code other} of an axis did not do alike, at the most
   * operations at which that is so.
   */
  Optional<Mismatch> mismatch(String axis, String one, String other) {
    return deliveries.keySet().stream()
        .filter(place -> one.equals(place.get(axis)))
        .sorted(Comparator.comparingDouble(place -> Traits.number(place, Traits.OPERATIONS)))
        .flatMap(place -> delivery(place).mismatch(delivery(with(place, axis, other))).stream())
        .reduce((fewer, more) -> more);
  }

  /** The same place on another side. */
  static SortedMap<String, String> with(Map<String, String> place, String axis, String value) {
    SortedMap<String, String> other = new TreeMap<>(place);
    other.put(axis, value);
    return other;
  }

  private Delivery delivery(Map<String, String> traits) {
    return deliveries.getOrDefault(new TreeMap<>(traits), Delivery.UNKNOWN);
  }

  private static Map<SortedMap<String, String>, SortedMap<Integer, Double>> logs(
      List<TrialRecord> trials, Set<String> varying) {
    Map<SortedMap<String, String>, SortedMap<Integer, Double>> logs = new LinkedHashMap<>();
    for (TrialRecord trial : trials) {
      SortedMap<String, String> own = own(trial, varying);
      double perSecond = Measures.batchPerSecond(trial);
      if (perSecond > 0 && Double.isFinite(perSecond)) {
        // Of cells that differ only in what means nothing to them, the first by name.
        logs.computeIfAbsent(own, key -> new TreeMap<>())
            .putIfAbsent(trial.round(), -Math.log(perSecond));
      }
    }
    return logs;
  }

  private static Map<SortedMap<String, String>, Delivery> deliveries(
      List<TrialRecord> trials, Set<String> varying) {
    return trials.stream()
        .collect(
            Collectors.groupingBy(
                trial -> own(trial, varying),
                Collectors.mapping(
                    Deliveries::of,
                    Collectors.collectingAndThen(Collectors.toList(), Delivery::mean))));
  }

  private static SortedMap<String, String> own(TrialRecord trial, Set<String> varying) {
    SortedMap<String, String> own = Traits.of(trial.cell());
    own.keySet().retainAll(varying);
    return own;
  }

  /** The traits that {@code one} does not share with all {@code others}, in words. */
  private static String difference(
      SortedMap<String, String> one, Collection<SortedMap<String, String>> others) {
    // The store or cache before its operation.
    return new TreeMap<>(one)
        .descendingMap().entrySet().stream()
            .filter(
                trait ->
                    others.stream()
                        .anyMatch(other -> !trait.getValue().equals(other.get(trait.getKey()))))
            .map(trait -> Traits.words(trait.getKey(), trait.getValue()))
            .collect(Collectors.joining(" "));
  }
}
