// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import java.util.Arrays;

/**
 * A choice among numbered things by weight, in constant time whatever their number: Walker's alias
 * method, built as Vose does (IEEE Transactions on Software Engineering 17/9, 1991). Each thing has
 * a slot of the same size; what it does not fill itself, one other thing fills. Immutable and
 * thread-safe.
 */
final class AliasTable {
  private final double[] own; // the share of a slot that is its thing's own
  private final int[] other;

  /** A table of things with these weights, at least one, all of them above 0. */
  AliasTable(double... weights) {
    int things = weights.length;
    double mean = Arrays.stream(weights).sum() / things;
    this.own = Arrays.stream(weights).map(weight -> weight / mean).toArray();
    this.other = new int[things];
    int[] small = new int[things];
    int[] large = new int[things];
    int smalls = 0;
    int larges = 0;
    for (int i = 0; i < things; i++) {
      if (own[i] < 1) {
        small[smalls++] = i;
      } else {
        large[larges++] = i;
      }
    }
    while (smalls > 0 && larges > 0) {
      int filled = small[--smalls];
      int giver = large[larges - 1];
      other[filled] = giver;
      own[giver] -= 1 - own[filled];
      if (own[giver] < 1) {
        larges--;
        small[smalls++] = giver;
      }
    }
    fill(small, smalls);
    fill(large, larges);
  }

  /** Gives what is left over by rounding alone slots of their own. */
  private void fill(int[] rest, int count) {
    for (int i = 0; i < count; i++) {
      own[rest[i]] = 1;
    }
  }

  /** The thing at a place from 0 (inclusive) to 1 (exclusive). */
  int at(double place) {
    double slot = place * own.length;
    int thing = (int) slot;
    return slot - thing < own[thing] ? thing : other[thing];
  }

  /** How often a thing is chosen, from 0 to 1. */
  double probability(int thing) {
    double slots = own[thing];
    for (int i = 0; i < own.length; i++) {
      if (other[i] == thing) {
        slots += 1 - own[i];
      }
    }
    return slots / own.length;
  }
}
