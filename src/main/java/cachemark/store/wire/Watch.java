// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A limit on the time of every blocking call on a channel, at the price of two plain stores a call:
 * one daemon thread looks at the limits of all connections every ten milliseconds and closes the
 * channels whose time is over.
 *
 * <p>{@link #start} and {@link #end} are for the thread that blocks.
 */
final class Watch implements AutoCloseable {
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long NONE = 0;
  private static final VarHandle DEADLINE = handle();
  private static final Set<Watch> ALL = ConcurrentHashMap.newKeySet();
  private static final Thread GUARD = guard();

  private final Closeable guarded;

  @SuppressWarnings("unused") // by DEADLINE
  private long deadline;

  private volatile boolean hit;

  private Watch(Closeable guarded) {
    this.guarded = guarded;
  }

  /** Watches over {@code channel}, until closed. */
  static Watch over(Closeable channel) {
    Watch watch = new Watch(channel);
    ALL.add(watch);
    LockSupport.unpark(GUARD);
    return watch;
  }

  /** From now on the channel is closed at {@code deadlineNanos} of {@link System#nanoTime}. */
  void start(long deadlineNanos) {
    DEADLINE.setOpaque(this, deadlineNanos == NONE ? 1 : deadlineNanos);
  }

  /** The call is over. */
  void end() {
    DEADLINE.setOpaque(this, NONE);
  }

  /** Whether the channel was closed over its deadline. */
  boolean wasHit() {
    return hit;
  }

  @Override
  public void close() {
    ALL.remove(this);
  }

  private void look(long now) {
    long deadlineNanos = (long) DEADLINE.getOpaque(this);
    if (deadlineNanos != NONE && now - deadlineNanos >= 0) {
      hit = true;
      close();
      try {
        guarded.close();
      } catch (IOException ignored) {
        // The call ends either way.
      }
    }
  }

  private static Thread guard() {
    Thread thread = new Thread(Watch::guardAll, "cachemark-watch");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void guardAll() {
    while (true) {
      if (ALL.isEmpty()) {
        LockSupport.park(ALL);
      } else {
        LockSupport.parkNanos(ALL, TICK_NANOS);
      }
      long now = System.nanoTime();
      ALL.forEach(watch -> watch.look(now));
    }
  }

  private static VarHandle handle() {
    try {
      return MethodHandles.lookup().findVarHandle(Watch.class, "deadline", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
