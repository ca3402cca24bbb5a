// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.report.figure.Mismatch;
import cachemark.result.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many times as much a read slows down behind one cache as behind another, from the smallest
 * batch that both have to the largest, within each round.
 *
 * @param slice that has both caches
 * @param first cache whose growth is told
 * @param second cache in whose growth it is told
 */
record GrowthRatio(Slice slice, String first, String second) implements Measurand {

  @Override
  public List<Amount> in(List<TrialRecord> trials) {
    List<TrialRecord> both = slice.with(Traits.CACHE, first, second).of(trials);
    List<Amount> amounts = new ArrayList<>();
    for (Group group : Group.split(both, Set.of(Traits.CACHE, Traits.OPERATIONS))) {
      TreeMap<Double, SortedMap<Integer, Double>> places = new TreeMap<>();
      for (SortedMap<String, String> traits : group.logs().keySet()) {
        SortedMap<Integer, Double> ratios =
            Logs.minus(side(group, traits, first), side(group, traits, second));
        if (!ratios.isEmpty()) {
          places.put(Traits.number(traits, Traits.OPERATIONS), ratios);
        }
      }
      if (places.size() > 1) {
        Logs.ratio(Logs.minus(places.lastEntry().getValue(), places.firstEntry().getValue()))
            .map(ratio -> Amount.of(group.under(), ratio).between(mismatch(group)))
            .ifPresent(amounts::add);
      }
    }
    return amounts;
  }

  private Optional<Mismatch> mismatch(Group group) {
    return group.mismatch(Traits.CACHE, first, second);
  }

  private static Map<Integer, Double> side(
      Group group, SortedMap<String, String> traits, String cache) {
    return group.at(Group.with(traits, Traits.CACHE, cache));
  }
}
