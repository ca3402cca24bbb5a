// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.drill.Fault;
import cachemark.drill.cluster.Seat;
import cachemark.load.LoadRig;
import cachemark.plan.workload.CacheEvent;
import cachemark.server.CpuSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Brings about what happens to a cache under load, each when its time has come. */
final class CacheEvents implements LoadRig.Watcher, AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final List<CacheEvent> events;
  private final @Nullable Seat seat;
  private final @Nullable CpuSet cores;
  private final Runnable flush;
  private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1);
  private final List<Future<?>> begun = new ArrayList<>();

  /**
   * Events to come.
   *
   * @param seat of the cache, or null where it is neither killed nor revived
   * @param cores of it, or null for any
   * @param flush empties it
   */
  CacheEvents(
      List<CacheEvent> events, @Nullable Seat seat, @Nullable CpuSet cores, Runnable flush) {
    this.events = events;
    this.seat = seat;
    this.cores = cores;
    this.flush = flush;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void measuring() {
    for (CacheEvent event : events) {
      begun.add(
          thread.schedule(() -> bringAbout(event.what()), event.atMillis(), TimeUnit.MILLISECONDS));
    }
  }

  private void bringAbout(CacheEvent.What what) {
    switch (what) {
      case KILL -> apply(Fault.KILL);
      case REVIVE -> apply(Fault.REVIVE);
      case FLUSH -> flush.run();
    }
  }

  private void apply(Fault fault) {
    if (seat == null) {
      throw new IllegalStateException("nobody can be killed");
    }
    seat.apply(fault);
    if (fault == Fault.REVIVE && cores != null) {
      seat.server().pin(cores);
    }
  }

  /** Waits for what is under way, drops what is still to come, and says what went wrong. */
  void end() {
    thread.shutdown();
    try {
      thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
      for (Future<?> event : begun) {
        if (event.isDone() && !event.isCancelled()) {
          event.get();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunException("interrupted while something happened to the cache", e);
    } catch (ExecutionException e) {
      throw new RunException("what was to happen to the cache did not: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
