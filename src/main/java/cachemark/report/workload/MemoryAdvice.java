// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.Shows;
import cachemark.report.figure.Digits;
import cachemark.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How much memory the cache needs for a hit ratio of nine in ten. */
final class MemoryAdvice {
  private static final double WANTED = 90;
  private static final String QUESTION = "How much memory for a hit ratio of 90 %?";

  /** What the memory is told by, and what is chosen with it. */
  private static final Set<Trait> CHOSEN = Set.of(Trait.CACHE_MEMORY, Trait.EVICTION);

  private MemoryAdvice() {}

  /**
   * What one cache with one way to evict needs.
   *
   * @param setting what loads share beside it; may be empty
   * @param side the cache and how it evicts
   * @param need in MB, over the rounds
   * @param dataMegabytes of all keys and values
   * @param best hit ratio that was measured, in %
   */
  private record Need(
      String setting, String side, Threshold need, double dataMegabytes, double best) {
    String words() {
      return switch (need.standing()) {
        case FROM -> need.words(Unit.MEGABYTES) + ", " + share(need.place().mean());
        case AT_MOST -> need.words(Unit.MEGABYTES);
        case ALWAYS ->
            Unit.MEGABYTES.of(need.end()) + " or less, the least measured, " + share(need.end());
        case NEVER ->
            "not reached with up to "
                + Unit.MEGABYTES.of(need.end())
                + ", "
                + share(need.end())
                + " ("
                + Unit.PERCENT.of(best)
                + " at best)";
        case UNDECIDED -> "undecided: " + need.words(Unit.MEGABYTES);
      };
    }

    private String share(double megabytes) {
      return Digits.fixed(100 * megabytes / dataMegabytes, 0) + " % of the data";
    }

    /** To choose the least; what is never reached comes last. */
    double rank() {
      return switch (need.standing()) {
        case FROM, AT_MOST -> need.place().mean();
        case ALWAYS -> need.end();
        case NEVER, UNDECIDED -> Double.MAX_VALUE - best;
      };
    }

    boolean isDecided() {
      return need.standing() != Threshold.Standing.UNDECIDED
          && need.rounds().size() >= Interval.FEWEST_ROUNDS;
    }
  }

  static Advice of(List<Group> groups) {
    List<Need> needs =
        groups.stream()
            .filter(group -> group.shows() == Shows.HIT_RATIO)
            .flatMap(group -> needs(group).stream())
            .toList();
    if (needs.isEmpty()) {
      return Advice.unasked(QUESTION, "the memory of no cache was varied");
    }
    List<String> evidence =
        needs.stream().map(need -> in(need.setting()) + need.side() + " " + need.words()).toList();
    Map<String, List<Need>> bySetting =
        needs.stream()
            .collect(Collectors.groupingBy(Need::setting, LinkedHashMap::new, Collectors.toList()));
    List<Need> least =
        bySetting.values().stream()
            .flatMap(own -> own.stream().min(Comparator.comparingDouble(Need::rank)).stream())
            .toList();
    String words = least.stream().map(MemoryAdvice::words).collect(Collectors.joining("; "));
    int rounds = needs.stream().mapToInt(need -> need.need().rounds().size()).min().orElse(0);
    if (rounds < Interval.FEWEST_ROUNDS) {
      return Advice.open(QUESTION, Numbers.tooFew(rounds) + "; by them " + words, evidence);
    }
    return least.stream().allMatch(Need::isDecided)
        ? Advice.decided(QUESTION, words, evidence)
        : Advice.open(QUESTION, words, evidence);
  }

  private static String words(Need need) {
    return in(need.setting())
        + (need.need().standing() == Threshold.Standing.NEVER
            ? need.words()
            : need.words() + ", with " + need.side());
  }

  private static String in(String setting) {
    return setting.isEmpty() ? "" : setting + ": ";
  }

  private static List<Need> needs(Group group) {
    Map<List<String>, List<LoadRounds>> lines = new LinkedHashMap<>();
    for (LoadRounds cell : group.cached()) {
      if (Double.isFinite(Measures.cacheMegabytes(cell.any()))) {
        List<String> key = List.of(group.label(cell, CHOSEN), side(group, cell));
        lines.computeIfAbsent(key, one -> new ArrayList<>()).add(cell);
      }
    }
    List<Need> needs = new ArrayList<>();
    lines.forEach(
        (key, cells) -> {
          List<Crossing> crossings = crossings(cells);
          if (cells.size() > 1 && !crossings.isEmpty()) {
            double best =
                cells.stream().mapToDouble(cell -> cell.mean(Measures::hitPercent)).max().orElse(0);
            needs.add(
                new Need(
                    key.get(0),
                    key.get(1),
                    new Threshold(crossings),
                    Measures.dataMegabytes(cells.get(0).any()),
                    best));
          }
        });
    return needs;
  }

  private static String side(Group group, LoadRounds cell) {
    return group.varied().contains(Trait.EVICTION)
        ? cell.words(Trait.STORE) + " (" + cell.words(Trait.EVICTION) + ")"
        : cell.words(Trait.STORE);
  }

  /** Of each round in which every memory was measured. */
  private static List<Crossing> crossings(List<LoadRounds> cells) {
    Set<Integer> rounds = new TreeSet<>(cells.get(0).byRound(Measures::hitPercent).keySet());
    cells.forEach(cell -> rounds.retainAll(cell.byRound(Measures::hitPercent).keySet()));
    List<Crossing> crossings = new ArrayList<>();
    for (int round : rounds) {
      SortedMap<Double, Double> line = new TreeMap<>();
      for (LoadRounds cell : cells) {
        Double hits = cell.byRound(Measures::hitPercent).get(round);
        line.put(Measures.cacheMegabytes(cell.any()), hits == null ? 0 : hits);
      }
      crossings.add(Crossing.of(line, WANTED, /* above= */ true));
    }
    return crossings;
  }
}
