// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.result.load.LoadTimes;
import cachemark.stats.Summary;
import java.util.ArrayList;
import java.util.Arrays;
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
 * From which hit ratio on a read takes less time with a cache than without: of each round the place
 * where the mean time of a read with the cache, joined by straight lines over the hit ratios that
 * were measured, falls below that without one.
 *
 * @param setting what the loads share beside the hit ratio; may be empty
 * @param side the cache
 * @param hitPercent the break-even
 * @param missCost by how much the median of a read that misses is above that without a cache, µs
 * @param hit a load with the highest hit ratio
 * @param bare a load without a cache
 */
record BreakEvens(
    String setting,
    Sides.Side side,
    Threshold hitPercent,
    Optional<Summary> missCost,
    LoadRounds hit,
    LoadRounds bare) {
  /** A line needs two points. */
  private static final int FEWEST = 2;

  /** Every cache of a group in every setting in which it can be compared. */
  static List<BreakEvens> of(Group group) {
    Set<Trait> along = Set.of(Trait.CACHED);
    Map<List<String>, List<LoadRounds>> lines = new LinkedHashMap<>();
    for (LoadRounds cell : group.cached()) {
      List<String> key = List.of(group.label(cell, along), cell.store());
      lines.computeIfAbsent(key, one -> new ArrayList<>()).add(cell);
    }
    List<BreakEvens> all = new ArrayList<>();
    lines.forEach(
        (key, cells) ->
            group.bare().stream()
                .filter(bare -> isLike(bare, cells.get(0)))
                .findFirst()
                .flatMap(bare -> of(key.get(0), cells, bare))
                .ifPresent(all::add));
    return all;
  }

  private static boolean isLike(LoadRounds bare, LoadRounds cached) {
    List<Trait> all = Arrays.stream(Trait.values()).filter(one -> one != Trait.STORE).toList();
    return Group.alike(bare, cached, all);
  }

  private static Optional<BreakEvens> of(String setting, List<LoadRounds> cells, LoadRounds bare) {
    List<Crossing> crossings = new ArrayList<>();
    bare.byRound(Measures::readMicros)
        .forEach(
            (round, level) -> {
              SortedMap<Double, Double> line = line(cells, round);
              if (line.size() >= FEWEST) {
                crossings.add(Crossing.of(line, level, /* above= */ false));
              }
            });
    return crossings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BreakEvens(
                setting,
                Sides.Side.of(cells.get(0), ""),
                new Threshold(crossings),
                missCost(cells, bare),
                highest(cells),
                bare));
  }

  /** Mean time of a read by hit ratio, of one round. */
  private static SortedMap<Double, Double> line(List<LoadRounds> cells, int round) {
    SortedMap<Double, Double> line = new TreeMap<>();
    for (LoadRounds cell : cells) {
      Double hits = cell.byRound(Measures::hitPercent).get(round);
      Double micros = cell.byRound(Measures::readMicros).get(round);
      if (hits != null && micros != null) {
        line.put(hits, micros);
      }
    }
    return line;
  }

  /** Where most reads miss, their time is known best. */
  private static Optional<Summary> missCost(List<LoadRounds> cells, LoadRounds bare) {
    LoadRounds lowest =
        cells.stream().min(Comparator.comparingDouble(BreakEvens::hits)).orElseThrow();
    SortedMap<Integer, Double> misses = lowest.byRound(Measures.way("miss", LoadTimes::p50Nanos));
    SortedMap<Integer, Double> reads = bare.byRound(Measures.way("read", LoadTimes::p50Nanos));
    return Summary.of(
        misses.entrySet().stream()
            .filter(miss -> reads.containsKey(miss.getKey()))
            .mapToDouble(miss -> miss.getValue() - reads.getOrDefault(miss.getKey(), Double.NaN))
            .toArray());
  }

  private static LoadRounds highest(List<LoadRounds> cells) {
    return cells.stream().max(Comparator.comparingDouble(BreakEvens::hits)).orElseThrow();
  }

  private static double hits(LoadRounds cell) {
    double hits = cell.mean(Measures::hitPercent);
    return Double.isFinite(hits) ? hits : -1;
  }

  /** Those of each setting, in the order in which settings come first. */
  static Map<String, List<BreakEvens>> bySetting(List<BreakEvens> all) {
    return all.stream()
        .collect(
            Collectors.groupingBy(BreakEvens::setting, LinkedHashMap::new, Collectors.toList()));
  }

  /** Whether it wins and from where on, in a phrase. */
  String words() {
    return switch (hitPercent.standing()) {
      case ALWAYS ->
          hitPercent.end() <= 0.5
              ? "wins at any hit ratio"
              : "wins from the lowest measured hit ratio of "
                  + hitPercent.words(Unit.SHARE)
                  + " on";
      case FROM, AT_MOST -> "wins from a hit ratio of " + hitPercent.words(Unit.SHARE) + " on";
      case NEVER -> "never wins, up to a hit ratio of " + hitPercent.words(Unit.SHARE);
      case UNDECIDED -> "is undecided: " + hitPercent.words(Unit.SHARE);
    };
  }

  /** Whether it wins and from where on, without how well that is known. */
  String brief() {
    return switch (hitPercent.standing()) {
      case ALWAYS -> "always";
      case NEVER -> "never";
      case FROM -> "from " + Unit.SHARE.of(hitPercent.place().mean()) + " hits on";
      case AT_MOST ->
          "from " + Unit.SHARE.of(hitPercent.place().highest()) + " hits on at the most";
      case UNDECIDED -> "undecided";
    };
  }

  /** The number alone. */
  String number() {
    return switch (hitPercent.standing()) {
      case ALWAYS -> "always";
      case NEVER -> "never";
      case FROM, AT_MOST -> hitPercent.words(Unit.SHARE);
      case UNDECIDED -> "undecided: " + hitPercent.words(Unit.SHARE);
    };
  }

  boolean isDecided() {
    return hitPercent.standing() != Threshold.Standing.UNDECIDED;
  }
}
