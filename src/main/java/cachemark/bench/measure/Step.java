// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.measure;

import cachemark.store.StoreException;

/** What is done again and again: its outcome is counted, its failure never thrown. */
@FunctionalInterface
public interface Step {
  /**
   * Does it once and counts whether the answer is right.
   *
   * @param number of the time it is done, from 0
   * @throws StoreException if it failed
   */
  void attempt(int number, Outcomes outcomes);

  /** Does it once and counts what came of it, a failure by its cause. */
  default void run(int number, Outcomes outcomes) {
    try {
      attempt(number, outcomes);
    } catch (StoreException e) {
      outcomes.failed(e.failure());
    }
  }
}
