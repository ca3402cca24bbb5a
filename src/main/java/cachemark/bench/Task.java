// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.StoreException;

/**
 * A command as a batch does it many times.
 *
 * @param preparation puts on the server what the first operation is to find there
 * @param step one operation by its number, from 0
 */
record Task(Runnable preparation, Step step) {
  /** A command that finds nothing. */
  static Task fromNothing(Step step) {
    return new Task(() -> {}, step);
  }

  /** Does the operation with this number; its outcome is counted and never thrown. */
  void run(int number, Outcomes outcomes) {
    try {
      step.run(number, outcomes);
    } catch (StoreException e) {
      outcomes.failed(e.failure());
    }
  }

  /** One operation. */
  @FunctionalInterface
  interface Step {
    /** Does the operation with this number and counts whether its answer is right. */
    void run(int number, Outcomes outcomes);
  }
}
