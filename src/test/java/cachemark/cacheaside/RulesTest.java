// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachemark.store.ConditionalStore;
import cachemark.store.ConditionalStore.Swap;
import cachemark.store.Expiry;
import cachemark.store.FailureCause;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreException;
import cachemark.store.memory.MemoryStore;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leases, lifetimes, what is not there, and loads that are waited for. */
final class RulesTest {
  private static final byte[] VALUE = "value".getBytes(US_ASCII);
  private static final Expiry MINUTE = Expiry.afterSeconds(60);

  private final MemoryStore cache = new MemoryStore();
  private final MemoryRows rows = new MemoryRows();
  private final Told events = new Told();

  private static final class Told implements Events {
    private final List<String> told = new ArrayList<>();

    @Override
    public void hit() {
      told.add("hit");
    }

    @Override
    public void miss() {
      told.add("miss");
    }

    @Override
    public void cacheFailed() {
      told.add("cacheFailed");
    }

    @Override
    public void absent() {
      told.add("absent");
    }

    @Override
    public void leased() {
      told.add("leased");
    }

    @Override
    public void leaseAsked(boolean taken) {
      told.add(taken ? "leaseTaken" : "leaseDenied");
    }

    @Override
    public void leaseUsed(Swap outcome) {
      told.add("lease" + outcome);
    }

    @Override
    public void fillRefused() {
      told.add("fillRefused");
    }

    @Override
    public void waited() {
      told.add("waited");
    }

    @Override
    public void cached() {
      told.add("cached");
    }

    @Override
    public void invalidated() {
      told.add("invalidated");
    }

    @Override
    public void rowFound() {
      told.add("rowFound");
    }

    @Override
    public void rowMissing() {
      told.add("rowMissing");
    }

    @Override
    public void rowInserted() {
      told.add("rowInserted");
    }

    @Override
    public void rowUpdated() {
      told.add("rowUpdated");
    }
  }

  private Repository repository(Rules rules) {
    return new CacheAside(cache, new Table(rows), rules, 7, new Flights());
  }

  private static Rules negative(Policy policy) {
    return new Rules(policy, MINUTE, 0, Expiry.afterSeconds(5), false);
  }

  @Test
  void aReadByLeaseTakesItLoadsAndFills() {
    rows.insert("key", VALUE);
    Repository repository = repository(new Rules(Policy.LEASE, MINUTE));
    assertThat(repository.read("key", events)).isEqualTo(VALUE);
    assertThat(repository.read("key", events)).isEqualTo(VALUE);
    assertThat(events.told).containsExactly("miss", "leaseTaken", "rowFound", "leaseDONE", "hit");
  }

  @Test
  void aReadThatFindsTheLeaseOfAnotherLoadsAndDoesNotFill() {
    rows.insert("key", VALUE);
    cache.set("key", Marks.newLease(), MINUTE);
    Repository repository = repository(new Rules(Policy.LEASE, MINUTE));
    assertThat(repository.read("key", events)).isEqualTo(VALUE);
    assertThat(events.told).containsExactly("leased", "leaseDenied", "rowFound");
    assertThat(Marks.isLease(cache.get("key"))).isTrue();
  }

  @Test
  void aFillByAddLeavesWhatCameInBetween() {
    byte[] newer = "newer".getBytes(US_ASCII);
    rows.insert("key", VALUE);
    Repository table = new Interposed(new Table(rows), () -> cache.set("key", newer, Expiry.NEVER));
    Rules rules = new Rules(Policy.READ_THROUGH_ADD, MINUTE);
    Repository repository = new CacheAside(cache, table, rules, 7, new Flights());
    assertThat(repository.read("key", events)).isEqualTo(VALUE);
    assertThat(events.told).containsExactly("miss", "rowFound", "fillRefused");
    assertThat(cache.get("key")).isEqualTo(newer);
  }

  @Test
  void anUpdateThroughTheCacheSetsItAfterTheRow() {
    byte[] newer = "newer".getBytes(US_ASCII);
    rows.insert("key", VALUE);
    Repository repository = repository(new Rules(Policy.WRITE_THROUGH, MINUTE));
    assertThat(repository.update("key", newer, events)).isTrue();
    assertThat(repository.read("key", events)).isEqualTo(newer);
    assertThat(events.told).containsExactly("rowUpdated", "cached", "hit");
  }

  @Test
  void thatThereIsNoRowIsKeptAndEndsWithItsInsert() {
    for (Policy policy : List.of(Policy.READ_THROUGH, Policy.READ_THROUGH_ADD, Policy.LEASE)) {
      String key = "key-" + policy;
      Repository repository = repository(negative(policy));
      assertThat(repository.read(key, events)).isNull();
      events.told.clear();
      assertThat(repository.read(key, events)).isNull();
      assertThat(events.told).containsExactly("absent");
      repository.write(key, VALUE, events);
      assertThat(events.told).startsWith("absent", "absent", "rowInserted");
      assertThat(repository.read(key, events)).isEqualTo(VALUE);
      events.told.clear();
    }
  }

  @Test
  void aValueThatLooksLikeAMarkIsRefusedWhereThereAreMarks() {
    byte[] mark = Marks.newLease();
    rows.insert("key", mark);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> repository(new Rules(Policy.LEASE, MINUTE)).read("key", events));
    assertThat(repository(new Rules(Policy.READ_THROUGH, MINUTE)).read("other", events)).isNull();
    assertThat(repository(new Rules(Policy.READ_THROUGH, MINUTE)).read("key2", events)).isNull();
  }

  @Test
  void noTwoLeasesAreEqual() {
    assertThat(Marks.newLease()).isNotEqualTo(Marks.newLease());
  }

  @Test
  void lifetimesLieAroundTheTtlAndAreThoseOfTheirSeed() {
    Rules rules = new Rules(Policy.READ_THROUGH, MINUTE, 0.1, null, false);
    Lifetimes lifetimes = new Lifetimes(rules, 7);
    Lifetimes same = new Lifetimes(rules, 7);
    int[] counts = new int[100];
    for (int i = 0; i < 13_000; i++) {
      int seconds = lifetimes.next().seconds();
      counts[seconds]++;
      assertThat(same.next().seconds()).isEqualTo(seconds);
    }
    for (int seconds = 0; seconds < 100; seconds++) {
      boolean possible = seconds >= 54 && seconds <= 66;
      assertThat(counts[seconds]).isBetween(possible ? 800 : 0, possible ? 1_200 : 0);
    }
    assertThat(lifetimes.spread(5).stream().map(Expiry::seconds))
        .containsExactly(54, 57, 60, 63, 66);
    assertThat(lifetimes.spread(100)).hasSize(13);
    assertThat(new Lifetimes(new Rules(Policy.REPORT, MINUTE), 1).spread(5))
        .containsExactly(MINUTE);
  }

  @Test
  void whatIsKeptForATimeOfItsOwnIsKeptForThat() throws InterruptedException {
    Repository usual = repository(new Rules(Policy.WRITE_THROUGH, MINUTE));
    Repository brief = usual.keeping(Expiry.afterSeconds(1));
    List.of("read", "updated", "usual").forEach(key -> rows.insert(key, VALUE));
    assertThat(brief.read("read", events)).isEqualTo(VALUE);
    assertThat(brief.update("updated", VALUE, events)).isTrue();
    assertThat(usual.read("usual", events)).isEqualTo(VALUE);
    assertThat(cache.get("read")).isEqualTo(cache.get("updated")).isEqualTo(VALUE);
    Thread.sleep(1_100);
    assertThat(cache.get("read")).isNull();
    assertThat(cache.get("updated")).isNull();
    assertThat(cache.get("usual")).isEqualTo(VALUE);
  }

  @Test
  void lifetimesByOtherRulesAreDrawnByTheSameLot() {
    Rules rules = new Rules(Policy.READ_THROUGH, MINUTE, 0.5, null, false);
    Lifetimes lifetimes = new Lifetimes(rules, 7);
    Set<Integer> seconds = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      seconds.add(lifetimes.by(rules.keeping(Expiry.afterSeconds(10))).next().seconds());
    }
    assertThat(seconds).containsExactlyInAnyOrder(5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    assertThat(lifetimes.by(rules.keeping(Expiry.NEVER)).next()).isEqualTo(Expiry.NEVER);
  }

  @Test
  void whatIsForgottenIsLoadedAgainAndTheRowStays() {
    rows.insert("key", VALUE);
    Repository repository = repository(new Rules(Policy.READ_THROUGH, MINUTE));
    repository.read("key", events);
    repository.forget("key", events);
    assertThat(cache.get("key")).isNull();
    assertThat(repository.read("key", events)).isEqualTo(VALUE);
    new Table(rows).forget("key", events);
    assertThat(events.told)
        .containsExactly("miss", "rowFound", "cached", "invalidated", "miss", "rowFound", "cached");
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rules(Policy.LEASE, Expiry.NEVER, 0.1, null, false))
        .withMessage("a ttl jitter needs values that expire");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rules(Policy.LEASE, MINUTE, 1.1, null, false))
        .withMessage("a ttl jitter of 1.1 is not from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rules(Policy.REPORT, MINUTE, 0, null, true))
        .withMessageContaining("need reads that fill the cache, and those of the report's policy");
  }

  /** A table, after each load from which something happens. */
  private record Interposed(Repository table, Runnable then) implements Repository {
    @Override
    public byte @Nullable [] read(String key, Events events) {
      byte[] value = table.read(key, events);
      then.run();
      return value;
    }

    @Override
    public void write(String key, byte[] value, Events events) {
      table.write(key, value, events);
    }

    @Override
    public boolean update(String key, byte[] value, Events events) {
      return table.update(key, value, events);
    }

    @Override
    public void close() {}
  }

  /** A table that is slow, and counts who is in it. */
  private static final class Slow implements Repository {
    private final AtomicInteger loads = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile boolean fails;

    @Override
    public byte @Nullable [] read(String key, Events events) {
      loads.incrementAndGet();
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        assertThat(open.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      } finally {
        inside.decrementAndGet();
      }
      if (fails) {
        throw new StoreException(FailureCause.SERVER_ERROR, "made to fail");
      }
      return VALUE;
    }

    @Override
    public void write(String key, byte[] value, Events events) {
      throw new AssertionError("nobody writes");
    }

    @Override
    public boolean update(String key, byte[] value, Events events) {
      throw new AssertionError("nobody updates");
    }

    @Override
    public void close() {}
  }

  private List<Future<byte[]>> readTogether(Slow table, boolean singleFlight, List<Told> told)
      throws Exception {
    Rules rules = new Rules(Policy.LEASE, MINUTE, 0, null, singleFlight);
    Repository repository = new CacheAside(cache, table, rules, 7, new Flights());
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<byte[]>> reads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Told own = new Told();
      told.add(own);
      reads.add(threads.submit(() -> repository.read("key", own)));
    }
    for (int i = 0; i < 100 && !allOnTheirWay(table, singleFlight); i++) {
      Thread.sleep(10);
    }
    Thread.sleep(100);
    table.open.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    return reads;
  }

  private static boolean allOnTheirWay(Slow table, boolean singleFlight) {
    return table.inside.get() == (singleFlight ? 1 : 8);
  }

  @Test
  void ofReadsThatMissTogetherOneLoadsAndTheOthersFindWhatItFilled() throws Exception {
    Slow table = new Slow();
    List<Told> told = new ArrayList<>();
    for (Future<byte[]> read : readTogether(table, true, told)) {
      assertThat(read.get()).isEqualTo(VALUE);
    }
    assertThat(table.loads).hasValue(1);
    assertThat(told.stream().filter(own -> own.told.contains("waited"))).hasSize(7);
  }

  /** A cache that fails whatever it is asked. */
  private static KeyValueStore failing() {
    return (KeyValueStore)
        Proxy.newProxyInstance(
            RulesTest.class.getClassLoader(),
            new Class<?>[] {KeyValueStore.class, ConditionalStore.class},
            (proxy, method, arguments) -> {
              throw new StoreException(FailureCause.REFUSED, "it is away");
            });
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void whereTheRulesLetItFallBackACacheThatFailsIsGoneOnWithout(Policy policy) {
    Repository table = new Table(rows);
    table.write("key", VALUE, events);
    Rules rules = new Rules(policy, MINUTE, 0, null, false, true);
    Repository repository = new CacheAside(failing(), table, rules, 7, new Flights());
    events.told.clear();
    assertThat(repository.read("key", events)).isEqualTo(VALUE);
    assertThat(events.told).startsWith("cacheFailed").doesNotContain("miss", "hit", "cached");
    byte[] next = "next".getBytes(US_ASCII);
    assertThat(repository.update("key", next, events)).isTrue();
    assertThat(table.read("key", events)).isEqualTo(next);
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void elseItFails(Policy policy) {
    Repository table = new Table(rows);
    table.write("key", VALUE, events);
    Repository repository =
        new CacheAside(failing(), table, new Rules(policy, MINUTE), 7, new Flights());
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> repository.read("key", events));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> repository.update("key", VALUE, events));
  }

  @Test
  void whoFallsBackMayServeWhatIsOld() {
    assertThat(new Rules(Policy.LEASE, MINUTE).mayServeStale()).isFalse();
    assertThat(new Rules(Policy.LEASE, MINUTE, 0, null, false, true).mayServeStale()).isTrue();
  }

  @Test
  void withoutASingleFlightAllOfThemLoad() throws Exception {
    Slow table = new Slow();
    readTogether(table, false, new ArrayList<>());
    assertThat(table.loads).hasValue(8);
    assertThat(table.most).hasValue(8);
  }

  @Test
  void aLoadThatFailsFailsThoseWhoWaitedForIt() throws Exception {
    Slow table = new Slow();
    table.fails = true;
    for (Future<byte[]> read : readTogether(table, true, new ArrayList<>())) {
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(read::get)
          .withMessageContaining("made to fail");
    }
    assertThat(table.loads).hasValue(1);
    assertThat(table.most).hasValue(1);
  }
}
