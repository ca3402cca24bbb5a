// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.Shows;
import cachemark.report.figure.Digits;
import cachemark.stats.Interval;
import cachemark.stats.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether a cache is worth it at all. */
final class CacheAdvice {
  private static final String QUESTION = "A cache, or none?";

  private CacheAdvice() {}

  /** A load with a cache and its like without one. */
  private record Gain(Group group, LoadRounds cached, Ratio ratio) {
    String words() {
      double hits = cached.mean(Measures::hitPercent);
      String label = group.label(cached);
      return cached.words(Trait.STORE)
          + " answers "
          + Numbers.times(ratio)
          + " as many requests as the table alone"
          + (Double.isFinite(hits) ? " at " + Unit.PERCENT.of(hits) + " hits" : "")
          + " ("
          + (label.isEmpty() ? group.id() : group.id() + ": " + label)
          + ")";
    }
  }

  static Advice of(List<Group> groups) {
    List<BreakEvens> evens =
        groups.stream()
            .filter(group -> group.shows() == Shows.BREAK_EVEN)
            .flatMap(group -> BreakEvens.of(group).stream())
            .toList();
    List<Gain> gains = groups.stream().flatMap(group -> gains(group).stream()).toList();
    if (evens.isEmpty() && gains.isEmpty()) {
      return Advice.unasked(QUESTION, "no load with a cache has its like without one");
    }
    return evens.isEmpty() ? byGains(gains) : byBreakEven(evens, gains);
  }

  private static List<Gain> gains(Group group) {
    if (!Fair.isOfSpeed(group)) {
      return List.of();
    }
    List<Gain> gains = new ArrayList<>();
    for (LoadRounds cell : group.cached()) {
      Pairing pairing =
          Pairing.of(group.cells(), Trait.STORE, cell::equals, other -> !other.hasCache());
      pairing.ratio(Measures::perSecond).ifPresent(r -> gains.add(new Gain(group, cell, r)));
    }
    return gains;
  }

  private static Advice byBreakEven(List<BreakEvens> evens, List<Gain> gains) {
    String words =
        BreakEvens.bySetting(evens).entrySet().stream()
            .map(one -> words(one.getKey(), one.getValue()))
            .collect(Collectors.joining("; "));
    List<String> evidence = new ArrayList<>();
    for (BreakEvens one : evens) {
      one.missCost()
          .ifPresent(
              cost ->
                  evidence.add(
                      in(one)
                          + "a read that misses "
                          + one.side().label()
                          + " takes "
                          + Numbers.mean(cost, Unit.MICROS)
                          + " longer than one without a cache (p50)"));
    }
    evidence.addAll(range(gains));
    int rounds = evens.stream().mapToInt(one -> one.hitPercent().rounds().size()).min().orElse(0);
    if (rounds < Interval.FEWEST_ROUNDS) {
      return Advice.open(QUESTION, Numbers.tooFew(rounds) + "; by them " + words, evidence);
    }
    return evens.stream().allMatch(BreakEvens::isDecided)
        ? Advice.decided(QUESTION, words, evidence)
        : Advice.open(QUESTION, words, evidence);
  }

  private static String words(String setting, List<BreakEvens> all) {
    return (setting.isEmpty() ? "" : setting + ": ")
        + all.stream()
            .map(one -> one.side().label() + " " + one.words())
            .collect(Collectors.joining(", "));
  }

  private static String in(BreakEvens one) {
    return one.setting().isEmpty() ? "" : one.setting() + ": ";
  }

  private static Advice byGains(List<Gain> gains) {
    List<String> evidence = range(gains);
    Map<Lead, Long> leads = leads(gains);
    int all = gains.size();
    if (leads.getOrDefault(Lead.LEFT, 0L) == all) {
      return Advice.decided(QUESTION, "a cache: it is ahead in " + counted(all), evidence);
    }
    if (leads.getOrDefault(Lead.RIGHT, 0L) == all) {
      return Advice.decided(QUESTION, "none: a cache is behind in " + counted(all), evidence);
    }
    if (leads.getOrDefault(Lead.UNKNOWN, 0L) == all) {
      int rounds = gains.get(0).ratio().rounds();
      return Advice.open(QUESTION, Numbers.tooFew(rounds), evidence);
    }
    return Advice.open(QUESTION, shares(leads, all), evidence);
  }

  private static String counted(int loads) {
    return loads == 1 ? "the only load that was compared" : "all " + loads + " loads";
  }

  private static Map<Lead, Long> leads(List<Gain> gains) {
    return gains.stream()
        .collect(
            Collectors.groupingBy(
                gain -> Lead.of(gain.ratio()),
                () -> new EnumMap<>(Lead.class),
                Collectors.counting()));
  }

  private static String shares(Map<Lead, Long> leads, int all) {
    long ahead = leads.getOrDefault(Lead.LEFT, 0L);
    long behind = leads.getOrDefault(Lead.RIGHT, 0L);
    if (ahead + behind == 0) {
      return "a cache is not told apart from none in any of the loads compared, " + all;
    }
    return "of "
        + Digits.whole(all)
        + " loads a cache is ahead in "
        + ahead
        + " and behind in "
        + behind
        + (all > ahead + behind ? ", and not told apart in " + (all - ahead - behind) : "");
  }

  /** How many loads gain, and the two outermost. */
  private static List<String> range(List<Gain> gains) {
    if (gains.isEmpty()) {
      return List.of();
    }
    List<Gain> sorted =
        gains.stream().sorted(Comparator.comparingDouble(gain -> gain.ratio().value())).toList();
    List<String> words = new ArrayList<>();
    words.add("Throughput: " + shares(leads(gains), gains.size()));
    words.add("The most: " + sorted.get(sorted.size() - 1).words());
    if (sorted.size() > 1) {
      words.add("The least: " + sorted.get(0).words());
    }
    return words;
  }
}
