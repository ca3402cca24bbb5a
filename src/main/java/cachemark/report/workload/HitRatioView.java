// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.block.Block;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Quantity;
import cachemark.report.workload.Sides.Side;
import cachemark.stats.Ratio;
import cachemark.stats.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Hit ratio and throughput against the memory of the cache, for each skew.
 *
 * @param group of loads
 */
record HitRatioView(Group group) implements View {
  /** What a setting has beside its cache and its eviction. */
  private static final Set<Trait> OWN = Set.of(Trait.EVICTION);

  @Override
  public String heading() {
    return "Hit ratio and memory";
  }

  @Override
  public List<Figure> figures() {
    Lines lines =
        new Lines(
            group,
            Axis.MEMORY_PERCENT,
            cell -> Measures.memoryPercent(cell.any()),
            List.of(Trait.CACHE_MEMORY),
            List.of(Trait.SKEW));
    List<Panel> speed = lines.panels(Quantity.OPERATIONS_PER_SECOND, "", Measures::perSecond);
    List<Figure> figures = new ArrayList<>();
    figures.addAll(
        View.figure(
            group,
            group.id(),
            "Hit ratio against memory",
            hits(),
            "The same memory for every cache: what it holds and how it chooses what to give up"
                + " decides how many reads find their value.",
            lines.panels(Quantity.HIT_PERCENT, "", Measures::hitPercent)));
    figures.addAll(
        View.figure(
            group,
            group.id() + "-throughput",
            "Throughput against memory",
            speeds(),
            "The same loads: reads that were answered per second. No cache is a level, for it has"
                + " no memory to vary.",
            speed));
    return figures;
  }

  /** Who answers how many reads, over the settings that all have. */
  private Finding hits() {
    Map<Side, Map<String, Double>> means = new LinkedHashMap<>();
    for (LoadRounds cell : group.cached()) {
      double mean = cell.mean(Measures::hitPercent);
      if (Double.isFinite(mean)) {
        String rest = group.varied().contains(Trait.EVICTION) ? cell.words(Trait.EVICTION) : "";
        means
            .computeIfAbsent(Side.of(cell, rest), side -> new TreeMap<>())
            .put(group.label(cell, OWN), mean);
      }
    }
    means
        .values()
        .forEach(one -> means.values().forEach(all -> one.keySet().retainAll(all.keySet())));
    Map<Side, Double> overall = new LinkedHashMap<>();
    means.forEach(
        (side, own) ->
            own.values().stream()
                .mapToDouble(mean -> mean)
                .average()
                .ifPresent(mean -> overall.put(side, mean)));
    String words =
        overall.entrySet().stream()
            .sorted(Map.Entry.<Side, Double>comparingByValue().reversed())
            .map(one -> one.getKey().name() + " " + Digits.fixed(one.getValue(), 1) + " %")
            .collect(Collectors.joining(", "));
    return new Finding(
        words.isEmpty() ? List.of() : List.of("with the same memory " + words + " of the reads"),
        String.join("; ", differences()));
  }

  /** Which cache answers more with the same memory, and how that compares with none. */
  private Finding speeds() {
    List<String> statements = new ArrayList<>();
    List<String> details = new ArrayList<>();
    Pairing.ofStores(group.cells(), "MEMCACHED", "REDIS")
        .ratio(Measures::perSecond)
        .ifPresent(
            ratio -> {
              Lead.of(ratio).words(ratio, "memcached", "Redis").ifPresent(statements::add);
              details.add(
                  "Over all settings that both have memcached answers "
                      + Numbers.times(ratio)
                      + " as many reads as Redis");
            });
    List<Double> gains =
        group.cached().stream()
            .flatMap(
                cell ->
                    Pairing.of(group.cells(), Trait.STORE, cell::equals, other -> !other.hasCache())
                        .ratio(Measures::perSecond)
                        .stream())
            .map(Ratio::value)
            .sorted()
            .toList();
    if (!gains.isEmpty()) {
      statements.add(
          "a cache answers "
              + Digits.factor(gains.get(0))
              + " to "
              + Digits.factor(gains.get(gains.size() - 1))
              + " times as many reads as none");
    }
    return new Finding(statements, String.join("; ", details));
  }

  private List<String> differences() {
    List<String> words = new ArrayList<>();
    Pairing.ofStores(group.cells(), "MEMCACHED", "REDIS")
        .difference(Measures::hitPercent)
        .ifPresent(by -> words.add("memcached before Redis by the same eviction by " + points(by)));
    Pairing.of(
            group.cells(),
            Trait.EVICTION,
            cell -> cell.words(Trait.EVICTION).equals("lfu"),
            cell -> cell.words(Trait.EVICTION).equals("lru"))
        .difference(Measures::hitPercent)
        .ifPresent(by -> words.add("lfu before lru in the same cache by " + points(by)));
    return words;
  }

  private static String points(Summary difference) {
    return Numbers.mean(difference, Unit.POINTS);
  }

  @Override
  public List<Block> tables() {
    List<List<String>> rows = new ArrayList<>();
    for (LoadRounds cell : group.cached()) {
      Optional<Summary> items = cell.summary(Measures::itemsHeld);
      double keys = cell.any().settings().keys();
      rows.add(
          List.of(
              CellTable.name(group, cell),
              cell.words(Trait.STORE),
              Digits.fixed(Measures.memoryPercent(cell.any()), 1),
              items.map(all -> Digits.whole(all.mean())).orElse(""),
              items.map(all -> Digits.fixed(100 * all.mean() / keys, 1)).orElse(""),
              Numbers.cell(cell.summary(Measures::bytesPerItem), Digits::significant),
              Numbers.cell(cell.summary(Measures::evictions), Digits::whole),
              Numbers.cell(cell.summary(Measures::hitPercent), value -> Digits.fixed(value, 1)),
              Numbers.cell(cell.summary(Measures::savedPercent), value -> Digits.fixed(value, 1))));
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Block.Heading(3, "Equal memory"),
            new Block.Table(
                "llrrrrrrr",
                List.of(
                    "Load",
                    "Cache",
                    "Memory, % of the data",
                    "Items held at the end",
                    "% of the keys",
                    "Bytes per item, by its own account",
                    "Evicted, with the warm-up",
                    "Hit ratio, %",
                    "Reads without a query, %"),
                rows));
  }
}
