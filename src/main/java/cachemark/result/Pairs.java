// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import java.util.AbstractList;
import java.util.List;

/**
 * Pairs of whole numbers, of which a run may hold millions: kept as bare numbers, a fifth of what
 * lists of objects take. Immutable.
 */
final class Pairs extends AbstractList<List<Long>> {
  private final long[] numbers;

  private Pairs(long[] numbers) {
    this.numbers = numbers;
  }

  /**
   * The pairs of {@code all}.
   *
   * @throws IllegalArgumentException if one of them is no pair
   */
  static List<List<Long>> of(List<List<Long>> all) {
    if (all instanceof Pairs || all.isEmpty()) {
      return all.isEmpty() ? List.of() : all;
    }
    long[] numbers = new long[2 * all.size()];
    int next = 0;
    for (List<Long> pair : all) {
      if (pair.size() != 2) {
        throw new IllegalArgumentException("a pair of numbers is needed, not " + pair);
      }
      numbers[next++] = pair.get(0);
      numbers[next++] = pair.get(1);
    }
    return new Pairs(numbers);
  }

  /** The pairs that {@code numbers} are one after the other, which nobody changes any more. */
  static List<List<Long>> of(long[] numbers) {
    return numbers.length == 0 ? List.of() : new Pairs(numbers);
  }

  @Override
  public List<Long> get(int index) {
    return List.of(numbers[2 * index], numbers[2 * index + 1]);
  }

  @Override
  public int size() {
    return numbers.length / 2;
  }
}
