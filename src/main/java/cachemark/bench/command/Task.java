// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.command;

import cachemark.bench.measure.Step;

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
}
