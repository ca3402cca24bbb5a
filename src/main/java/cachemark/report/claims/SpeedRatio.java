// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.result.TrialRecord;
import cachemark.stats.Ratio;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * How many times as fast one side is as another: compared within each round, between cells that
 * differ in nothing but the side; over sizes and numbers of threads the geometric mean.
 *
 * @param slice that has both sides
 * @param axis trait that tells the sides apart
 * @param first its value on the side whose speed is told
 * @param second its value on the side that it is told in
 * @param reach operations that the largest batch of both has at least, or what is found says
 *     nothing about the claim
 */
record SpeedRatio(Slice slice, String axis, String first, String second, double reach)
    implements Measurand {
  private static final Set<String> POOLED = Set.of(Traits.OPERATIONS, Traits.THREADS);

  /** Store against store. */
  static SpeedRatio ofStores(Slice slice, String first, String second) {
    return new SpeedRatio(slice, Traits.STORE, first, second, 0);
  }

  /** What stands in front of a table against what else may. */
  static SpeedRatio ofCaches(Slice slice, String first, String second) {
    return new SpeedRatio(slice, Traits.CACHE, first, second, 0);
  }

  /** The same, of batches that go so far. */
  SpeedRatio reaching(double operations) {
    return new SpeedRatio(slice, axis, first, second, operations);
  }

  @Override
  public List<Amount> in(List<TrialRecord> trials) {
    Set<String> varying = new HashSet<>(POOLED);
    varying.add(axis);
    List<TrialRecord> sides = slice.with(axis, first, second).of(trials);
    List<Amount> amounts = new ArrayList<>();
    for (Group group : Group.split(sides, varying)) {
      ratio(pairs(group))
          .map(
              ratio -> Amount.of(group.under(), ratio).between(group.mismatch(axis, first, second)))
          .ifPresent(amounts::add);
    }
    return amounts;
  }

  /** The logarithm of the ratio by round, at every place where there is one. */
  private List<Map<Integer, Double>> pairs(Group group) {
    List<Map<Integer, Double>> pairs = new ArrayList<>();
    double largest = 0;
    for (SortedMap<String, String> place : group.logs().keySet()) {
      if (first.equals(place.get(axis))) {
        SortedMap<String, String> opposite = Group.with(place, axis, second);
        Map<Integer, Double> speeds = Logs.minus(group.at(opposite), group.at(place));
        if (!speeds.isEmpty()) {
          pairs.add(speeds);
          largest = Math.max(largest, Traits.number(place, Traits.OPERATIONS));
        }
      }
    }
    return largest >= reach ? pairs : List.of();
  }

  /** The mean over all places, of the rounds that have all. */
  private static Optional<Ratio> ratio(List<Map<Integer, Double>> pairs) {
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    return Ratio.ofLogs(
        pairs.get(0).keySet().stream()
            .filter(round -> pairs.stream().allMatch(pair -> pair.containsKey(round)))
            .mapToDouble(round -> Logs.mean(pairs, round))
            .toArray());
  }
}
