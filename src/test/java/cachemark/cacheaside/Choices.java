// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** All lists of choices there are, one after the other: the last that can be is changed first. */
final class Choices implements IntUnaryOperator {
  private final List<int[]> made = new ArrayList<>();
  private int at;

  @Override
  public int applyAsInt(int options) {
    if (at == made.size()) {
      made.add(new int[] {0, options});
    }
    return made.get(at++)[0];
  }

  /** Goes to the next list; returns whether there is one. */
  boolean next() {
    at = 0;
    while (!made.isEmpty()) {
      int[] last = made.get(made.size() - 1);
      if (last[0] + 1 < last[1]) {
        last[0]++;
        return true;
      }
      made.remove(made.size() - 1);
    }
    return false;
  }
}
