// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.measure;

import cachemark.bench.fork.BatchTimes;

/** One thread's part of a batch, with its time taken. */
public final class Batch {
  private Batch() {}

  /** Does {@code step} so many times; returns how many. */
  public static int run(int operations, Step step, Outcomes outcomes) {
    long startNanos = System.nanoTime();
    for (int i = 0; i < operations; i++) {
      step.run(i, outcomes);
    }
    BatchTimes.record(startNanos, System.nanoTime());
    return operations;
  }
}
