// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.Shows;
import cachemark.result.workload.WorkloadLoad;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Loads that belong together.
 *
 * @param id of the group
 * @param shows what it is drawn for, or null if nothing was said
 * @param cells its loads in order, each with all its rounds; one or more
 */
record Group(String id, @Nullable Shows shows, List<LoadRounds> cells) {
  Group {
    cells = List.copyOf(cells);
  }

  /** All groups: those that say what they show in the order of that, then the others. */
  static List<Group> of(Collection<WorkloadLoad> loads) {
    Map<String, List<WorkloadLoad>> byId =
        loads.stream()
            .collect(Collectors.groupingBy(WorkloadLoad::group, TreeMap::new, Collectors.toList()));
    return byId.entrySet().stream()
        .map(one -> new Group(one.getKey(), shows(one.getValue()), LoadRounds.of(one.getValue())))
        .sorted(Comparator.comparingInt(Group::rank))
        .toList();
  }

  private static @Nullable Shows shows(List<WorkloadLoad> loads) {
    return loads.get(0).shows();
  }

  private int rank() {
    return shows == null ? Shows.values().length : List.of(Shows.values()).indexOf(shows);
  }

  /** Those with a cache. */
  List<LoadRounds> cached() {
    return cells.stream().filter(LoadRounds::hasCache).toList();
  }

  /** Those without one. */
  List<LoadRounds> bare() {
    return cells.stream().filter(cell -> !cell.hasCache()).toList();
  }

  /** What its loads differ in, but for the cache itself. */
  List<Trait> varied() {
    return Arrays.stream(Trait.values())
        .filter(trait -> trait != Trait.STORE && values(trait) > 1)
        .toList();
  }

  private long values(Trait trait) {
    return cells.stream()
        .map(cell -> cell.value(trait))
        .flatMap(Optional::stream)
        .distinct()
        .count();
  }

  /** What tells a load from the others, but for its cache; empty if nothing does. */
  String label(LoadRounds cell) {
    return label(cell, Set.of());
  }

  /** The same without some traits, which are told elsewhere. */
  String label(LoadRounds cell, Collection<Trait> except) {
    return varied().stream()
        .filter(trait -> !except.contains(trait))
        .map(cell::words)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** What all its loads share, a phrase each. */
  List<String> conditions() {
    List<Trait> varied = varied();
    return Arrays.stream(Trait.values())
        .filter(trait -> trait != Trait.STORE && !varied.contains(trait))
        .flatMap(trait -> cells.stream().flatMap(cell -> cell.value(trait).stream()).limit(1))
        .filter(value -> !value.usual())
        .map(Trait.Value::words)
        .toList();
  }

  /** Whether two loads are alike in those of these traits that both have. */
  static boolean alike(LoadRounds one, LoadRounds other, Collection<Trait> traits) {
    return traits.stream()
        .allMatch(
            trait ->
                one.value(trait).isEmpty()
                    || other.value(trait).isEmpty()
                    || one.value(trait).equals(other.value(trait)));
  }
}
