// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Actors that take turns: one goes on at a time, from one {@link #step} to the next, and who does
 * is chosen from outside. So a schedule is a list of choices, and the same choices are the same
 * schedule.
 */
final class Stage {
  private static final ThreadLocal<Semaphore> TURN = new ThreadLocal<>();
  private final Semaphore back = new Semaphore(0);
  private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();

  private static final class Actor {
    final Semaphore go = new Semaphore(0);
    volatile boolean done;
  }

  /** Called by an actor in front of everything that others may come before. */
  void step() {
    Semaphore mine = TURN.get();
    if (mine != null) { // or it is no actor's, but the test's own
      back.release();
      mine.acquireUninterruptibly();
    }
  }

  /**
   * Runs all to their ends.
   *
   * @param chooser is given how many can go on, and says which does
   */
  void run(List<Runnable> tasks, IntUnaryOperator chooser) {
    List<Actor> waiting = new ArrayList<>();
    for (Runnable task : tasks) {
      Actor actor = new Actor();
      waiting.add(actor);
      Thread thread = new Thread(() -> act(actor, task));
      thread.setDaemon(true);
      thread.start();
    }
    while (!waiting.isEmpty()) {
      Actor next = waiting.get(chooser.applyAsInt(waiting.size()));
      next.go.release();
      back.acquireUninterruptibly();
      if (next.done) {
        waiting.remove(next);
      }
    }
    Throwable first = trouble.get();
    if (first != null) {
      throw new AssertionError(first);
    }
  }

  private void act(Actor actor, Runnable task) {
    TURN.set(actor.go);
    actor.go.acquireUninterruptibly();
    try {
      task.run();
    } catch (Throwable e) {
      trouble.compareAndSet(null, e);
    } finally {
      actor.done = true;
      back.release();
    }
  }
}
