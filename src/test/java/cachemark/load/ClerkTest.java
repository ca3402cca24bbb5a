// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cacheaside.Events;
import cachemark.cacheaside.Repository;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import java.time.Duration;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One connection that blocks, by a clock that goes on only where somebody waits. */
final class ClerkTest {
  private static final long MILLI = 1_000_000;
  private static final Window WINDOW =
      Window.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(5));

  private final Records records = new Records(1, "", 3, 16);
  private final FakeTimer timer = new FakeTimer();
  private final Interval total = new Interval();
  private final Ledger ledger = new Ledger(3);
  private int rows = 3;

  /** A table that takes its time, and fails if it is told to. */
  private final class FakeRepository implements Repository {
    private final LongUnaryOperator answered;
    private @Nullable FailureCause failure;
    private boolean wrong;
    private long version;
    private int absent = -1;

    FakeRepository(LongUnaryOperator answered) {
      this.answered = answered;
    }

    @Override
    public byte @Nullable [] read(String key, Events events) {
      events.miss();
      pass();
      events.rowFound();
      events.cached();
      for (int i = 0; i < 3; i++) {
        if (records.key(i).equals(key)) {
          if (i == absent) {
            return null;
          }
          return records.value(wrong ? (i + 1) % 3 : i, 16, version);
        }
      }
      throw new AssertionError("a key that is none: " + key);
    }

    @Override
    public void write(String key, byte[] value, Events events) {
      throw new AssertionError("nobody inserts");
    }

    @Override
    public boolean update(String key, byte[] value, Events events) {
      pass();
      events.rowUpdated();
      events.invalidated();
      return true;
    }

    private void pass() {
      timer.now = answered.applyAsLong(timer.now);
      if (failure != null) {
        throw new StoreException(failure, "made to fail");
      }
    }

    @Override
    public void close() {}
  }

  private static final class FakeTimer implements Timer {
    private long now;

    @Override
    public long nowNanos() {
      return now;
    }

    @Override
    public void awaitNanos(long nanos) {
      now = Math.max(now, nanos);
    }
  }

  private Desk run(FakeRepository repository, @Nullable Rate rate, double reads)
      throws InterruptedException {
    Arrivals arrivals =
        rate == null ? null : new Arrivals(Spacing.CONSTANT.places(0, 1, 0), rate, WINDOW);
    Recorder recorder =
        new Recorder(
            WINDOW,
            rate != null,
            done -> {
              total.add(done);
              return new Interval();
            });
    Desk desk = new Desk(WINDOW, new MixedRequests(arrivals, new Mix(1, 3, reads)), recorder, 1);
    Clerk clerk = new Clerk(desk, timer, repository, records, ledger, rows);
    boolean more = true;
    while (more) {
      more = clerk.carry();
    }
    desk.finish(timer.now);
    return desk;
  }

  /** One of 200 requests, each 10 ms after the last, takes a second: 100 wait for its end. */
  @Test
  void aRepositoryThatStallsOnceShowsInFullInEveryResponseTimeBehindIt() throws Exception {
    LongUnaryOperator stalling =
        asked -> asked == 500 * MILLI ? 1_500 * MILLI : asked + (asked < 1_500 * MILLI ? MILLI : 0);
    run(new FakeRepository(stalling), Rate.of(100), 1);
    assertThat(total.sent).isEqualTo(200);
    assertThat(total.count(Outcome.HIT)).isEqualTo(200);
    assertThat(total.response.getCountBetweenValues(0, 2 * MILLI)).isEqualTo(50 + 50);
    for (int i = 0; i < 100; i++) {
      long waited = 1_000 * MILLI - i * 10L * MILLI;
      assertThat(total.response.getCountAtValue(waited)).as("%d ms", waited / MILLI).isOne();
    }
    assertThat(total.service.getCountBetweenValues(0, 2 * MILLI)).isEqualTo(199);
    assertThat(total.service.getCountAtValue(1_000 * MILLI)).isOne();
    assertThat(total.late).isEqualTo(99);
    assertThat(total.blocked).isEqualTo(99);
    assertThat(total.response(Route.MISS)).isEqualTo(total.response);
    assertThat(total.service(Route.MISS)).isEqualTo(total.service);
  }

  @Test
  void whatIsDoneOnTheWayIsCountedAndTimedByTheWay() throws Exception {
    Desk desk = run(new FakeRepository(asked -> asked + MILLI), Rate.of(100), 0.5);
    long updates = total.count(Outcome.STORED);
    long reads = total.count(Outcome.HIT);
    assertThat(updates + reads).isEqualTo(200);
    assertThat(updates).isBetween(70L, 130L);
    assertThat(total.count(Effect.CACHE_MISS)).isEqualTo(reads);
    assertThat(total.count(Effect.CACHE_FILL)).isEqualTo(reads);
    assertThat(total.count(Effect.ROW_FOUND)).isEqualTo(reads);
    assertThat(total.count(Effect.ROW_UPDATED)).isEqualTo(updates);
    assertThat(total.count(Effect.CACHE_DELETE)).isEqualTo(updates);
    assertThat(total.count(Effect.CACHE_SET) + total.count(Effect.CACHE_HIT)).isZero();
    assertThat(total.response(Route.MISS).getTotalCount()).isEqualTo(reads);
    assertThat(total.service(Route.UPDATE).getTotalCount()).isEqualTo(updates);
    assertThat(desk.asked())
        .containsEntry("gets", reads)
        .containsEntry("hits", 0L)
        .containsEntry("sets", reads)
        .containsEntry("databaseSelects", reads)
        .containsEntry("databaseUpdates", updates);
  }

  @Test
  void aValueThatIsAnothersIsNoHit() throws Exception {
    FakeRepository repository = new FakeRepository(asked -> asked + MILLI);
    repository.wrong = true;
    run(repository, Rate.of(100), 1);
    assertThat(total.count(Outcome.WRONG_BYTES)).isEqualTo(200);
    assertThat(total.count(Outcome.HIT)).isZero();
  }

  @Test
  void aVersionThatNoUpdateWroteIsNoHit() throws Exception {
    FakeRepository repository = new FakeRepository(asked -> asked + MILLI);
    repository.version = 1_000_000;
    run(repository, Rate.of(100), 1);
    assertThat(total.count(Outcome.WRONG_BYTES)).isEqualTo(200);
  }

  /**
   * Every record is as it was at first, whatever is updated: all but reads before that are stale.
   */
  @Test
  void whatWasReplacedBeforeAReadBeganIsStale() throws Exception {
    run(new FakeRepository(asked -> asked + MILLI), Rate.of(100), 0.5);
    long stale = total.count(Effect.STALE_READ);
    assertThat(stale).isBetween(total.count(Outcome.HIT) - 20, total.count(Outcome.HIT) - 1);
    Staleness staleness = ledger.staleness();
    assertThat(staleness.spells()).isEqualTo(3);
    assertThat(staleness.longestNanos()).isBetween(1_800 * MILLI, 2_000 * MILLI);
    assertThat(total.count(Outcome.WRONG_BYTES)).isZero();
  }

  @Test
  void aRowThatIsMissingIsAMissUnlessThereIsNone() throws Exception {
    FakeRepository repository = new FakeRepository(asked -> asked + MILLI);
    repository.absent = 2;
    run(repository, Rate.of(100), 1);
    long missed = total.count(Outcome.MISS);
    assertThat(missed).isBetween(30L, 110L);
    assertThat(total.count(Effect.NOTHING_READ)).isZero();
    total.clear();
    rows = 2;
    run(repository, Rate.of(100), 1);
    assertThat(total.count(Outcome.MISS)).isZero();
    assertThat(total.count(Effect.NOTHING_READ)).isEqualTo(missed);
    assertThat(total.count(Outcome.HIT)).isEqualTo(200);
  }

  @Test
  void everyDueRequestIsTriedWhereAConnectionIsNotToBeHad() throws Exception {
    FakeRepository repository = new FakeRepository(asked -> asked + MILLI);
    repository.failure = FailureCause.REFUSED;
    Desk desk = run(repository, Rate.of(100), 1);
    assertThat(total.count(FailureCause.REFUSED)).isEqualTo(200);
    assertThat(total.count(Effect.CACHE_MISS)).isEqualTo(200);
    assertThat(total.count(Effect.ROW_FOUND)).isZero();
    assertThat(total.response.getTotalCount()).isZero();
    assertThat(desk.unanswered()).isEqualTo(200);
    assertThat(desk.complaint()).isEqualTo("made to fail");
  }

  @Test
  void aClosedLoopTriesAgainTenTimesASecond() throws Exception {
    FakeRepository repository = new FakeRepository(asked -> asked);
    repository.failure = FailureCause.REFUSED;
    run(repository, null, 1);
    assertThat(total.count(FailureCause.REFUSED)).isEqualTo(20);
    assertThat(total.sent).isEqualTo(20);
  }

  @Test
  void aClosedLoopGoesAsFastAsItIsAnsweredAndHasNoResponseTimes() throws Exception {
    run(new FakeRepository(asked -> asked + 4 * MILLI), null, 1);
    assertThat(total.count(Outcome.HIT)).isEqualTo(500);
    assertThat(total.response.getTotalCount() + total.late).isZero();
    assertThat(total.service.getCountAtValue(4 * MILLI)).isEqualTo(500);
  }
}
