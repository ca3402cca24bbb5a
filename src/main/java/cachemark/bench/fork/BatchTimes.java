// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * When each thread of the current batch began and ended. JMH's single score for several threads is
 * their mean; the time until the last one is done can only be had from here. One list per process,
 * since JMH runs one iteration at a time and makes the profiler that reads it by itself.
 */
public final class BatchTimes {
  private static final Queue<BatchTimes> RECORDED = new ConcurrentLinkedQueue<>();

  private final long startNanos;
  private final long endNanos;

  private BatchTimes(long startNanos, long endNanos) {
    this.startNanos = startNanos;
    this.endNanos = endNanos;
  }

  /** Adds one thread's batch, in terms of {@link System#nanoTime}. */
  public static void record(long startNanos, long endNanos) {
    RECORDED.add(new BatchTimes(startNanos, endNanos));
  }

  /** Everything recorded since the last call. */
  public static List<BatchTimes> drain() {
    List<BatchTimes> drained = new ArrayList<>();
    for (BatchTimes times = RECORDED.poll(); times != null; times = RECORDED.poll()) {
      drained.add(times);
    }
    return drained;
  }

  /** From the first start to the last end, or 0 if there is no batch. */
  public static double makespanSeconds(List<BatchTimes> batch) {
    long first = batch.stream().mapToLong(times -> times.startNanos).min().orElse(0);
    long last = batch.stream().mapToLong(times -> times.endNanos).max().orElse(0);
    return (last - first) / 1e9;
  }

  public double seconds() {
    return (endNanos - startNanos) / 1e9;
  }
}
