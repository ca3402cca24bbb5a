// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.CellKey;
import cachemark.compare.side.Series;
import cachemark.compare.side.Side;
import cachemark.plan.Nearest;
import cachemark.plan.PlanException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds, within one side, the cells that differ along one axis from those of its first value. */
final class AxisMatcher {
  private final Side side;
  private final Contrast contrast;
  private final String first;
  private final Map<CellKey, CellKey> firsts = new HashMap<>();
  private final Map<CellKey, List<CellKey>> leastShared = new HashMap<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Lone> lone = new ArrayList<>();
  private final Set<CellKey> used = new HashSet<>();

  private AxisMatcher(Side side, Contrast contrast, String first) {
    this.side = side;
    this.contrast = contrast;
    this.first = first;
  }

  /**
   * The value that every other value of an axis is compared with.
   *
   * @throws PlanException if no cell has the axis, or all have the same value
   */
  static String first(Side side, String axis) {
    NavigableSet<String> values = new TreeSet<>(new Contrast(axis).order());
    SortedSet<String> axes = new TreeSet<>(List.of(CellKey.THREADS));
    for (CellKey key : side.cells().keySet()) {
      key.value(axis).ifPresent(values::add);
      axes.addAll(key.labels().keySet());
    }
    if (!axes.contains(axis)) {
      throw new PlanException(
          "no cell of "
              + side.name()
              + " has an axis \""
              + axis
              + "\": "
              + Nearest.hint(axis, axes));
    }
    if (values.size() < 2) {
      throw new PlanException(
          "every cell of " + side.name() + " has the same " + axis + ", " + values.first());
    }
    return values.first();
  }

  /** Matches along {@code axis}. */
  static Matching match(Side side, String axis) {
    AxisMatcher matcher = new AxisMatcher(side, new Contrast(axis), first(side, axis));
    matcher.findFirsts();
    side.cells().keySet().forEach(matcher::compare);
    matcher.findUnused();
    return new Matching(matcher.pairs, matcher.lone, List.of());
  }

  private boolean isFirst(CellKey key) {
    return key.value(contrast.axis()).filter(first::equals).isPresent();
  }

  private void findFirsts() {
    side.cells().keySet().stream()
        .filter(this::isFirst)
        .forEach(
            key -> {
              firsts.put(contrast.shared(key), key);
              leastShared
                  .computeIfAbsent(contrast.leastShared(key), k -> new ArrayList<>())
                  .add(key);
            });
  }

  private void compare(CellKey key) {
    Optional<String> value = key.value(contrast.axis());
    if (value.isEmpty() || isFirst(key)) {
      return;
    }
    CellKey base = partner(key).orElse(null);
    if (base == null) {
      lone.add(alone(key));
      return;
    }
    used.add(base);
    Series before = side.cells().get(base);
    Series after = side.cells().get(key);
    if (before == null || after == null) {
      return;
    }
    if (before.size() > 0 && after.size() > 0) {
      String words = value.get() + "/" + first;
      pairs.add(new Pair(contrast.shared(key), words, before, after, Contrast.work(base, key)));
    } else {
      Series failing = after.size() == 0 ? after : before;
      lone.add(
          new Lone(
              after.size() == 0 ? key : base, Fate.WITHOUT_PARTNER, failing.trouble().orElse("")));
    }
  }

  private Optional<CellKey> partner(CellKey key) {
    CellKey same = firsts.get(contrast.shared(key));
    if (same != null) {
      return Optional.of(same);
    }
    List<CellKey> near = leastShared.getOrDefault(contrast.leastShared(key), List.of());
    return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
  }

  private void findUnused() {
    side.cells().keySet().stream()
        .filter(this::isFirst)
        .filter(key -> !used.contains(key))
        .forEach(key -> lone.add(alone(key)));
  }

  private Lone alone(CellKey key) {
    Series series = side.cells().getOrDefault(key, Series.missing());
    return new Lone(key, Fate.WITHOUT_PARTNER, series.trouble().orElse(""));
  }
}
