// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.cacheaside.Policy;
import cachemark.result.Verdict;
import cachemark.result.load.LoadStaleness;
import cachemark.stats.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How fresh the reads of one load were, over the rounds that count.
 *
 * @param cell the load
 * @param name of it in a sentence
 * @param perMillion stale reads of a million, by round
 * @param counts of each round
 */
record Staleness(LoadRounds cell, String name, Summary perMillion, List<LoadStaleness> counts) {
  /** All loads of a group with a cache of which it is known. */
  static List<Staleness> of(Group group) {
    List<Staleness> all = new ArrayList<>();
    for (LoadRounds cell : group.cached()) {
      Optional<Summary> rate = cell.summary(Measures::stalePerMillion);
      rate.ifPresent(known -> all.add(new Staleness(cell, name(group, cell), known, counts(cell))));
    }
    return all;
  }

  private static String name(Group group, LoadRounds cell) {
    String label = group.label(cell);
    return label.isEmpty() ? cell.words(Trait.STORE) : label + " (" + cell.words(Trait.STORE) + ")";
  }

  private static List<LoadStaleness> counts(LoadRounds cell) {
    return cell.loads().stream()
        .filter(load -> load.step().verdict() != Verdict.INVALID)
        .flatMap(load -> Optional.ofNullable(load.step().staleness()).stream())
        .toList();
  }

  private long sum(ToLongFunction<LoadStaleness> count) {
    return counts.stream().mapToLong(count).sum();
  }

  /** Whether nothing stale was read in any round. */
  boolean isFresh() {
    return staleReads() == 0;
  }

  /**
   * Whether its policy rules stale reads out. That none was counted does not: of updates of one
   * record that overlap nobody knows which came last, and a cache that they set, too, may keep the
   * other value.
   */
  boolean isRuledOut() {
    return cell.loads().stream()
        .map(load -> load.settings().table())
        .allMatch(table -> table != null && !table.fallsBack() && rulesOut(table.policy()));
  }

  private static boolean rulesOut(String word) {
    return Arrays.stream(Policy.values())
        .filter(policy -> policy.name().replace('_', '-').equalsIgnoreCase(word))
        .anyMatch(policy -> !policy.mayServeStale());
  }

  long reads() {
    return sum(LoadStaleness::reads);
  }

  long staleReads() {
    return sum(LoadStaleness::staleReads);
  }

  long spells() {
    return sum(LoadStaleness::spells);
  }

  /** The longest spell of any round, in ms. */
  double longestMillis() {
    return counts.stream().mapToLong(LoadStaleness::longestNanos).max().orElse(0)
        / Measures.NANOS_PER_MILLI;
  }
}
