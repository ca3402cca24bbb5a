// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * How fast a thread was in a part of its warm-up, in terms of its batch. One list per process, for
 * the same reason as that of {@link BatchTimes}.
 *
 * @param part of the warm-up, from 0
 * @param batchSeconds that the thread would take for its whole batch at this pace
 */
public record WarmUpPace(int part, double batchSeconds) {
  private static final Queue<WarmUpPace> RECORDED = new ConcurrentLinkedQueue<>();

  /** Adds one thread's pace in one part. */
  public static void record(int part, double batchSeconds) {
    RECORDED.add(new WarmUpPace(part, batchSeconds));
  }

  /** Everything recorded since the last call. */
  static List<WarmUpPace> drain() {
    List<WarmUpPace> drained = new ArrayList<>();
    for (WarmUpPace pace = RECORDED.poll(); pace != null; pace = RECORDED.poll()) {
      drained.add(pace);
    }
    return drained;
  }
}
