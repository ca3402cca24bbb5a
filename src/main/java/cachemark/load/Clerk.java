// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.cacheaside.Repository;
import cachemark.store.StoreException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection that blocks: carries a request after the other to a repository and compares what
 * comes back. Not thread-safe.
 */
final class Clerk {
  /** How long nothing is tried in a closed loop over a connection that is not to be had. */
  private static final long RECONNECT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Desk desk;
  private final Timer timer;
  private final Repository repository;
  private final Records records;
  private final Trail trail = new Trail();

  Clerk(Desk desk, Timer timer, Repository repository, Records records) {
    this.desk = desk;
    this.timer = timer;
    this.repository = repository;
    this.records = records;
  }

  /** Carries the next request to its end, whichever; returns whether there was one. */
  boolean carry() throws InterruptedException {
    Errand errand = desk.next(timer.nowNanos());
    if (errand == null) {
      return false;
    }
    timer.awaitNanos(errand.dueNanos());
    trail.begin(Mix.isGet(errand.request()));
    desk.sent(errand, timer.nowNanos());
    try {
      Outcome outcome = ask(Mix.key(errand.request()));
      desk.answered(errand, outcome, trail, timer.nowNanos());
    } catch (StoreException e) {
      failed(errand, e);
    }
    return true;
  }

  private Outcome ask(int i) {
    if (trail.isRead()) {
      return compared(i, repository.read(records.key(i), trail));
    }
    return repository.update(records.key(i), records.another(i), trail)
        ? Outcome.STORED
        : Outcome.NOT_STORED;
  }

  private Outcome compared(int i, byte @Nullable [] value) {
    if (value == null) {
      return Outcome.MISS;
    }
    return records.isOf(i, value) ? Outcome.HIT : Outcome.WRONG_BYTES;
  }

  /** Where requests are due at times of their own, each is tried, as those of users are. */
  private void failed(Errand errand, StoreException e) throws InterruptedException {
    long now = timer.nowNanos();
    desk.failed(errand, e.failure(), String.valueOf(e.getMessage()), trail, now);
    if (!desk.isOpen() && e.failure().isConnection()) {
      timer.awaitNanos(now + RECONNECT_NANOS);
    }
  }

  /** Ends its connections. */
  void leave() {
    repository.close();
  }
}
