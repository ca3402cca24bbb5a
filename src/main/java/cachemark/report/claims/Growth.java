// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.result.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many times as long an operation takes at the far end of an axis as at its near one, within
 * each round. With several threads its time is that of all threads together: the batch's seconds
 * over the operations of all of them.
 *
 * @param slice that has both ends
 * @param axis trait that is a number
 * @param reach how far the axis goes at least, or what is found says nothing about the claim
 */
record Growth(Slice slice, String axis, double reach) implements Measurand {

  /** Over the size of the batch, whatever it is. */
  static Growth overOperations(Slice slice) {
    return new Growth(slice, Traits.OPERATIONS, 0);
  }

  @Override
  public List<Amount> in(List<TrialRecord> trials) {
    List<Amount> amounts = new ArrayList<>();
    for (Group group : Group.split(slice.of(trials), Set.of(axis))) {
      TreeMap<Double, Map<Integer, Double>> places = new TreeMap<>();
      group.logs().forEach((traits, logs) -> places.put(Traits.number(traits, axis), logs));
      places.remove(Double.NaN);
      if (places.size() > 1 && places.lastKey() >= reach) {
        Logs.ratio(Logs.minus(places.lastEntry().getValue(), places.firstEntry().getValue()))
            .ifPresent(ratio -> amounts.add(Amount.of(group.under(), ratio)));
      }
    }
    return amounts;
  }
}
