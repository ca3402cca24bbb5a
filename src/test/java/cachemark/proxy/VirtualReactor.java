// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;

/** A reactor in virtual time: what is due is done at once, one after the other. */
final class VirtualReactor implements Reactor {
  static final long MILLI = 1_000_000;
  private static final long EPOCH_SECONDS = 1_700_000_000;

  private record Task(long nanos, long number, Runnable work) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(
          (a, b) ->
              a.nanos != b.nanos
                  ? Long.compare(a.nanos, b.nanos)
                  : Long.compare(a.number, b.number));
  private final Deque<Runnable> endOfTurn = new ArrayDeque<>();
  private long nanos;
  private long count;

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public long epochSeconds() {
    return EPOCH_SECONDS + nanos / (1_000 * MILLI);
  }

  @Override
  public void schedule(long delayNanos, Runnable task) {
    at(nanos + delayNanos, task);
  }

  void at(long time, Runnable task) {
    tasks.add(new Task(Math.max(time, nanos), count++, task));
  }

  @Override
  public void atEndOfTurn(Runnable task) {
    endOfTurn.add(task);
  }

  /** Lets so much time pass. */
  void run(long forNanos) {
    long end = nanos + forNanos;
    endTurn();
    while (!tasks.isEmpty() && tasks.peek().nanos <= end) {
      Task task = tasks.poll();
      nanos = task.nanos;
      task.work.run();
      endTurn();
    }
    nanos = end;
  }

  private void endTurn() {
    for (Runnable task = endOfTurn.poll(); task != null; task = endOfTurn.poll()) {
      task.run();
    }
  }
}
