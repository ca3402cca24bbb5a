// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.cacheaside.Repository;
import cachemark.store.StoreException;
import java.util.concurrent.TimeUnit;

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
  private final Ledger ledger;
  private final int rows;
  private final Trail trail = new Trail();

  /**
   * A connection.
   *
   * @param rows that there are: records from there on are read, but have none
   */
  Clerk(Desk desk, Timer timer, Repository repository, Records records, Ledger ledger, int rows) {
    this.desk = desk;
    this.timer = timer;
    this.repository = repository;
    this.records = records;
    this.ledger = ledger;
    this.rows = rows;
  }

  /** Carries the next request to its end, whichever; returns whether there was one. */
  boolean carry() throws InterruptedException {
    Errand errand = desk.next(timer.nowNanos());
    if (errand == null) {
      return false;
    }
    timer.awaitNanos(errand.dueNanos());
    trail.begin(errand.request().kind());
    desk.sent(errand, timer.nowNanos());
    try {
      Outcome outcome = ask(errand);
      desk.answered(errand, outcome, trail, timer.nowNanos());
    } catch (StoreException e) {
      failed(errand, e);
    }
    return true;
  }

  private Outcome ask(Errand errand) {
    Request request = errand.request();
    Repository asked = request.ttl() == null ? repository : repository.keeping(request.ttl());
    return switch (request.kind()) {
      case READ -> read(asked, request.record(), errand);
      case UPDATE -> update(asked, request.record() % rows, request.valueBytes());
      case REMOVAL -> remove(asked, request.record());
    };
  }

  private Outcome remove(Repository asked, int i) {
    asked.forget(records.key(i), trail);
    return Outcome.REMOVED;
  }

  private Outcome update(Repository asked, int i, int bytes) {
    Update update = ledger.begin(i);
    byte[] value = records.value(i, bytes == 0 ? records.bytes(i) : bytes, update.version());
    if (!asked.update(records.key(i), value, trail)) {
      ledger.undone(update);
      return Outcome.NOT_STORED;
    }
    ledger.returned(update, timer.nowNanos());
    return Outcome.STORED;
  }

  private Outcome read(Repository asked, int i, Errand errand) {
    long begun = timer.nowNanos();
    Ledger.View view = ledger.view(i);
    byte[] value = asked.read(records.key(i), trail);
    if (value == null) {
      return nothing(i);
    }
    long version = records.version(i, value);
    if (!ledger.isIssued(version)) {
      return Outcome.WRONG_BYTES;
    }
    if (version < view.floor()) {
      trail.stale();
      if (desk.isMeasured(errand)) {
        ledger.stale(i, version, view, Math.max(begun, view.sinceNanos()));
      }
    }
    return Outcome.HIT;
  }

  /** Nobody adds rows, so those that are missing are so to the end. */
  private Outcome nothing(int i) {
    if (i < rows) {
      return Outcome.MISS;
    }
    trail.nothing();
    return Outcome.HIT;
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
