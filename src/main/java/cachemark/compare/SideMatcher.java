// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.Aspect;
import cachemark.compare.side.CellKey;
import cachemark.compare.side.PartialKeys;
import cachemark.compare.side.Series;
import cachemark.compare.side.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cell of NEW for each cell of BASE: first the ones of the same name, then those that
 * differ in nothing but what is meant to differ, as long as there is one on either side.
 */
final class SideMatcher {
  private static final List<Aspect> OF_CELLS = List.of(Aspect.CLIENT, Aspect.PLACEMENT);

  private final NavigableMap<CellKey, Series> base;
  private final NavigableMap<CellKey, Series> next;
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Lone> lone = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();

  private SideMatcher(Side base, Side next) {
    this.base = new TreeMap<>(base.cells());
    this.next = new TreeMap<>(next.cells());
  }

  /** Matches two sides; {@code across} names what is meant to differ. */
  static Matching match(Side base, Side next, Set<String> across) {
    SideMatcher matcher = new SideMatcher(base, next);
    matcher.equal();
    matcher.unmeasured();
    List<Contrast> meant = across.stream().sorted().map(Contrast::new).toList();
    if (!meant.isEmpty()) {
      matcher.across(meant);
    }
    for (Aspect aspect : OF_CELLS) {
      if (!across.contains(aspect.text())) {
        matcher.differing(aspect);
      }
    }
    matcher.rest();
    return new Matching(matcher.pairs, matcher.lone, matcher.differences);
  }

  private void equal() {
    Set<CellKey> common = new TreeSet<>(base.keySet());
    common.retainAll(next.keySet());
    common.forEach(key -> take(key, "", key, key));
  }

  /** What was not measured on one side is known there by the name that the plan has for it. */
  private void unmeasured() {
    PartialKeys ofNext = unmeasured(next);
    List.copyOf(base.keySet())
        .forEach(
            key -> ofNext.of(key).filter(next::containsKey).ifPresent(k -> take(key, "", key, k)));
    PartialKeys ofBase = unmeasured(base);
    List.copyOf(next.keySet())
        .forEach(
            key -> ofBase.of(key).filter(base::containsKey).ifPresent(k -> take(key, "", k, key)));
  }

  private static PartialKeys unmeasured(NavigableMap<CellKey, Series> cells) {
    return new PartialKeys(
        cells.entrySet().stream()
            .filter(cell -> cell.getValue().size() + cell.getValue().invalid() == 0)
            .map(Map.Entry::getKey)
            .toList());
  }

  private void across(List<Contrast> meant) {
    byShared(key -> shared(meant, key))
        .forEach(
            (shared, match) ->
                take(shared, contrast(meant, match.base, match.next), match.base, match.next));
    byShared(key -> leastShared(meant, key))
        .forEach(
            (shared, match) ->
                take(shared, contrast(meant, match.base, match.next), match.base, match.next));
  }

  private static CellKey shared(List<Contrast> meant, CellKey key) {
    CellKey shared = key;
    for (Contrast contrast : meant) {
      shared = contrast.shared(shared);
    }
    return shared;
  }

  private static CellKey leastShared(List<Contrast> meant, CellKey key) {
    CellKey shared = key;
    for (Contrast contrast : meant) {
      shared = contrast.leastShared(shared);
    }
    return shared;
  }

  private static String contrast(List<Contrast> meant, CellKey base, CellKey next) {
    return Stream.of(next, base)
        .map(
            key ->
                meant.stream()
                    .flatMap(contrast -> key.value(contrast.axis()).stream())
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("/"));
  }

  private void differing(Aspect aspect) {
    NavigableMap<CellKey, Match> found = byShared(key -> key.without(aspect.text()));
    if (found.isEmpty()) {
      return;
    }
    Match first = found.values().iterator().next();
    differences.add(
        new Difference(
            aspect,
            "that of " + found.firstKey().id() + Counts.andOthers(found.size() - 1, "cell"),
            first.base.value(aspect.text()).orElse("none"),
            first.next.value(aspect.text()).orElse("none")));
  }

  /** One cell of either side. */
  private record Match(CellKey base, CellKey next) {}

  /** What is left with values on both sides, by what exactly one cell of either side shares. */
  private NavigableMap<CellKey, Match> byShared(UnaryOperator<CellKey> shared) {
    Map<CellKey, @Nullable CellKey> ofBase = singles(base, shared);
    Map<CellKey, @Nullable CellKey> ofNext = singles(next, shared);
    NavigableMap<CellKey, Match> matches = new TreeMap<>();
    ofBase.forEach(
        (key, one) -> {
          CellKey other = ofNext.get(key);
          if (one != null && other != null) {
            matches.put(key, new Match(one, other));
          }
        });
    return matches;
  }

  /** Cells by what they share; null where several share it. */
  private static Map<CellKey, @Nullable CellKey> singles(
      NavigableMap<CellKey, Series> cells, UnaryOperator<CellKey> shared) {
    Map<CellKey, @Nullable CellKey> singles = new HashMap<>();
    cells.forEach(
        (key, series) -> {
          if (series.size() > 0) {
            CellKey common = shared.apply(key);
            singles.put(common, singles.containsKey(common) ? null : key);
          }
        });
    return singles;
  }

  private void take(CellKey key, String contrast, CellKey ofBase, CellKey ofNext) {
    Series before = base.remove(ofBase);
    Series after = next.remove(ofNext);
    if (before == null || after == null) {
      throw new IllegalStateException("a cell is matched once");
    }
    if (before.size() > 0 && after.size() > 0) {
      pairs.add(new Pair(key, contrast, before, after, Contrast.work(ofBase, ofNext)));
      return;
    }
    CellKey name = ofBase.labels().size() > ofNext.labels().size() ? ofBase : ofNext;
    Series failing = after.size() == 0 ? after : before;
    lone.add(new Lone(name, fate(before, after), failing.trouble().orElse("")));
  }

  private static Fate fate(Series before, Series after) {
    if (after.size() > 0) {
      return Fate.RECOVERED;
    }
    return before.size() > 0 ? Fate.NEWLY_FAILING : Fate.FAILING_IN_BOTH;
  }

  private void rest() {
    base.forEach(
        (key, series) -> lone.add(new Lone(key, Fate.REMOVED, series.trouble().orElse(""))));
    next.forEach((key, series) -> lone.add(new Lone(key, Fate.ADDED, series.trouble().orElse(""))));
  }
}
