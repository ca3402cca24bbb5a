// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.result.workload.WorkloadLoad;
import cachemark.stats.Ratio;
import cachemark.stats.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Loads side by side that differ in one thing only, compared round by round.
 *
 * @param pairs left and right
 */
record Pairing(List<Pair> pairs) {
  /** Two loads. */
  record Pair(LoadRounds left, LoadRounds right) {}

  Pairing {
    pairs = List.copyOf(pairs);
  }

  /**
   * Every load of one side with every one of the other that is like it in all but {@code trait};
   * what only a cache has does not tell a load with a cache from one without.
   */
  static Pairing of(
      Collection<LoadRounds> cells,
      Trait trait,
      Predicate<LoadRounds> left,
      Predicate<LoadRounds> right) {
    List<Trait> others = Arrays.stream(Trait.values()).filter(one -> one != trait).toList();
    List<Pair> pairs = new ArrayList<>();
    for (LoadRounds one : cells) {
      for (LoadRounds other : cells) {
        if (left.test(one) && right.test(other) && Group.alike(one, other, others)) {
          pairs.add(new Pair(one, other));
        }
      }
    }
    return new Pairing(pairs);
  }

  /** Every load with one cache and its like with another. */
  static Pairing ofStores(Collection<LoadRounds> cells, String left, String right) {
    return of(
        cells, Trait.STORE, cell -> cell.store().equals(left), cell -> cell.store().equals(right));
  }

  /** These pairs and others. */
  Pairing and(Pairing others) {
    List<Pair> all = new ArrayList<>(pairs);
    all.addAll(others.pairs);
    return new Pairing(all);
  }

  /**
   * How many times larger the left side is: of each round the geometric mean over the pairs. Pairs
   * that lack a round which most others have are left out; so is what is not above 0.
   */
  Optional<Ratio> ratio(ToDoubleFunction<WorkloadLoad> measure) {
    double[] logs = rounds(measure, (left, right) -> Math.log(left / right));
    return Ratio.ofLogs(logs);
  }

  /** By how much the left side is larger: of each round the mean over the pairs. */
  Optional<Summary> difference(ToDoubleFunction<WorkloadLoad> measure) {
    return Summary.of(rounds(measure, (left, right) -> left - right));
  }

  private double[] rounds(ToDoubleFunction<WorkloadLoad> measure, DoubleBinaryOperator compare) {
    List<Map<Integer, Double>> all =
        pairs.stream()
            .map(pair -> compared(pair, measure, compare))
            .filter(one -> !one.isEmpty())
            .toList();
    int most = all.stream().mapToInt(Map::size).max().orElse(0);
    List<Map<Integer, Double>> whole = all.stream().filter(one -> one.size() == most).toList();
    Set<Integer> rounds = new TreeSet<>();
    whole.forEach(one -> rounds.addAll(one.keySet()));
    whole.forEach(one -> rounds.retainAll(one.keySet()));
    return rounds.stream()
        .mapToDouble(
            round ->
                whole.stream()
                    .mapToDouble(one -> one.getOrDefault(round, Double.NaN))
                    .average()
                    .orElseThrow())
        .toArray();
  }

  private static Map<Integer, Double> compared(
      Pair pair, ToDoubleFunction<WorkloadLoad> measure, DoubleBinaryOperator compare) {
    SortedMap<Integer, Double> left = pair.left().byRound(measure);
    SortedMap<Integer, Double> right = pair.right().byRound(measure);
    SortedMap<Integer, Double> compared = new TreeMap<>();
    left.forEach(
        (round, value) -> {
          Double other = right.get(round);
          double result = other == null ? Double.NaN : compare.applyAsDouble(value, other);
          if (Double.isFinite(result)) {
            compared.put(round, result);
          }
        });
    return compared;
  }
}
