// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.measure;

import org.openjdk.jmh.infra.ThreadParams;

/** One thread's way round and round through a number of steps. Not thread-safe. */
public final class Ring {
  private final Step step;
  private final int length;
  private int next;

  /** Starts at a place in the ring that is this thread's own. */
  public Ring(Step step, int length, ThreadParams thread) {
    this.step = step;
    this.length = length;
    this.next = (int) ((long) length * thread.getThreadIndex() / thread.getThreadCount());
  }

  /** Does the next step; returns its number. */
  public int step(Outcomes outcomes) {
    int number = next;
    next = number + 1 == length ? 0 : number + 1;
    step.run(number, outcomes);
    return number;
  }
}
