// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Cost;
import cachemark.plan.Trial;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;

/**
 * Kills a fork that takes far longer than it may, with everything it started; JMH's own time limit
 * does not reach a call that is stuck.
 */
final class Watchdog implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(60);
  private static final int TIMES_EXPECTED = 5;

  private final LongPredicate spared;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "watchdog");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Makes one that is not watching yet.
   *
   * @param spared whether the process with an id is no fork, such as a server
   */
  Watchdog(LongPredicate spared) {
    this.spared = spared;
  }

  /** The longest a trial may take. */
  static Duration limit(Trial trial, Cost cost) {
    return cost.of(trial.cell(), trial.timing()).multipliedBy(TIMES_EXPECTED).plus(GRACE);
  }

  /** Watches from now until the watch is closed. */
  Watch watch(Duration limit) {
    AtomicBoolean bitten = new AtomicBoolean();
    return new Watch(
        bitten, timer.schedule(() -> bite(bitten), limit.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Kills every process this one started, but for those that are spared. */
  void killForks() {
    Forks.kill(spared);
  }

  private void bite(AtomicBoolean bitten) {
    bitten.set(true);
    killForks();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** One fork being watched. */
  static final class Watch implements AutoCloseable {
    private final AtomicBoolean bitten;
    private final ScheduledFuture<?> alarm;

    private Watch(AtomicBoolean bitten, ScheduledFuture<?> alarm) {
      this.bitten = bitten;
      this.alarm = alarm;
    }

    /** Whether the fork took too long and was killed. */
    boolean hasBitten() {
      return bitten.get();
    }

    @Override
    public void close() {
      alarm.cancel(false);
    }
  }
}
