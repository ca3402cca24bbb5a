// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.Answers;
import cachemark.TestServers;
import cachemark.cacheaside.CacheAside;
import cachemark.cacheaside.Flights;
import cachemark.cacheaside.Policy;
import cachemark.cacheaside.Repository;
import cachemark.cacheaside.Rules;
import cachemark.cacheaside.Table;
import cachemark.server.ServerSpec;
import cachemark.server.local.LocalServer;
import cachemark.server.local.LocalServers;
import cachemark.store.Access;
import cachemark.store.CacheType;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Credentials;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Endpoint;
import cachemark.store.Engine;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.FailureCause;
import cachemark.store.Index;
import cachemark.store.RowStore;
import cachemark.store.RowStoreAdmin;
import cachemark.store.RowStores;
import cachemark.store.ServerCounters;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.TableShape;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import cachemark.store.registry.StoreAdmins;
import cachemark.store.registry.StoreFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Loads of a real table with a real cache in front: what is counted, and what happens in outages.
 */
final class TableLoadIT {
  private static final int KEYS = 100;

  private static LoadPlan plan(
      CacheType cache, Policy policy, double cached, int connections, double getShare) {
    return new LoadPlan(
        new CachedTable(
            cache,
            new Rules(policy, Expiry.NEVER),
            null,
            cached,
            0,
            Index.PRIMARY,
            DriverType.MARIADB_CONNECTOR,
            Durability.RELAXED),
        Rate.of(400),
        Spacing.CONSTANT,
        connections,
        connections,
        1,
        getShare,
        KEYS,
        32,
        7,
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5));
  }

  /** A table and the cache in front of it, as a load finds them, and what they count of it. */
  private static final class World implements LoadRig.Watcher, AutoCloseable {
    final Records records;
    final RowStoreAdmin admin;
    final Map<String, Long> counted = new HashMap<>();

    private final LoadPlan plan;
    private final CachedTable table;
    private final Access cache;
    private final RowStores rows;
    private final StoreFactory caches;
    private final Flights flights = new Flights();
    private Runnable afterTheFirstSecond = () -> {};

    World(LoadPlan plan) {
      this(plan, cacheOf(plan), TestServers.database());
    }

    World(LoadPlan plan, Access cache, Access database) {
      Timeouts timeouts = new Timeouts(Duration.ofSeconds(3), plan.answer());
      this.plan = plan;
      this.table = (CachedTable) plan.subject();
      this.cache = cache;
      this.records = new Records(plan.seed(), "", plan.keys(), plan.valueBytes());
      this.admin = Databases.admin(database, Timeouts.DEFAULT);
      this.rows = Databases.rows(table.driver(), Connections.KEPT, database, timeouts);
      this.caches = StoreFactory.of(store(), ClientType.WIRE, Connections.KEPT, cache, timeouts);
      admin.create(TableShape.of(Index.PRIMARY, Engine.INNODB, plan.valueBytes()));
      admin.load(records.entries(plan.keys()));
      if (table.hasCache()) {
        try (StoreAdmin fill = StoreAdmins.open(store(), cache, Timeouts.DEFAULT)) {
          fill.flush();
          fill.load(records.entries((int) (plan.keys() * table.cachedShare())));
        }
      }
    }

    static Access cacheOf(LoadPlan plan) {
      CacheType type = ((CachedTable) plan.subject()).cache();
      return type == CacheType.REDIS ? TestServers.redis() : TestServers.memcached();
    }

    private StoreType store() {
      return table.cache().store().orElse(StoreType.MEMCACHED);
    }

    World afterTheFirstSecond(Runnable task) {
      afterTheFirstSecond = task;
      return this;
    }

    LoadResult load() {
      LoadResult result = LoadRig.run(plan, records, this::open, HistogramLog.none(), this);
      assertThat(result.counts().sent() + result.counts().dropped()).isEqualTo(800);
      assertThat(result.counts().answered() + result.counts().failed())
          .isEqualTo(result.counts().sent());
      return result;
    }

    private Repository open() {
      RowStore store = rows.open();
      store.connect();
      Repository direct = new Table(store);
      return table.hasCache()
          ? new CacheAside(caches.open(), direct, table.rules(), 1, flights)
          : direct;
    }

    /** By the names that loads have for it. */
    private Map<String, Long> counters() {
      Map<String, Long> all = new HashMap<>();
      ServerCounters database = admin.counters();
      all.put("databaseSelects", database.get("selects"));
      all.put("databaseUpdates", database.get("updates"));
      if (table.hasCache()) {
        try (StoreAdmin reader = StoreAdmins.open(store(), cache, Timeouts.DEFAULT)) {
          ServerCounters front = reader.counters();
          Set.of("gets", "hits", "sets").forEach(name -> all.put(name, front.get(name)));
        }
      }
      return all;
    }

    void assertCountedByTheServers(LoadResult result) {
      counters()
          .forEach(
              (name, count) ->
                  assertThat(count - counted.get(name))
                      .as(name)
                      .isEqualTo(result.asked().get(name)));
    }

    @Override
    public void connected() {
      counted.putAll(counters());
    }

    @Override
    public void measuring() {}

    @Override
    public void measured() {}

    @Override
    public void second(LoadSecond second, int of) {
      if (second.number() == 0) {
        afterTheFirstSecond.run();
      }
    }

    @Override
    public void close() {
      rows.close();
      caches.close();
      admin.close();
    }
  }

  /** The keys that a load asks about in its measurement, as its seed has them. */
  private static int[] asked(LoadPlan plan, boolean warmUpToo) {
    Mix mix = new Mix(plan.seed(), plan.keys(), plan.getShare());
    int[] keys = new int[warmUpToo ? 1_000 : 800];
    for (int i = warmUpToo ? 0 : -200; i < keys.length; i++) {
      int request = mix.next();
      if (i >= 0) {
        keys[i] = request;
      }
    }
    return keys;
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMCACHED", "REDIS"})
  void theReportsPolicyHitsExactlyWhatWasCached(CacheType cache) {
    LoadPlan plan = plan(cache, Policy.REPORT, 0.4, 8, 1);
    try (World world = new World(plan)) {
      LoadResult result = world.load();
      long cached = 0;
      for (int request : asked(plan, false)) {
        cached += Mix.key(request) < 40 ? 1 : 0;
      }
      Counts counts = result.counts();
      assertThat(counts.count(Effect.CACHE_HIT)).isEqualTo(cached);
      assertThat(counts.count(Effect.CACHE_MISS)).isEqualTo(800 - cached);
      assertThat(counts.count(Effect.ROW_FOUND)).isEqualTo(800 - cached);
      assertThat(counts.count(Effect.CACHE_FILL)).isZero();
      assertThat(counts.hits()).isEqualTo(800);
      assertThat(result.routes().keySet()).containsExactlyInAnyOrder(Route.HIT, Route.MISS);
      assertThat(result.routes().get(Route.HIT).response().count()).isEqualTo(cached);
      assertThat(result.routes().get(Route.MISS).service().count()).isEqualTo(800 - cached);
      world.assertCountedByTheServers(result);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMCACHED", "REDIS"})
  void aReadThroughAnEmptyCacheMissesEveryKeyOnce(CacheType cache) {
    LoadPlan plan = plan(cache, Policy.READ_THROUGH, 0, 1, 1);
    try (World world = new World(plan)) {
      LoadResult result = world.load();
      Set<Integer> keys = new HashSet<>();
      for (int request : asked(plan, true)) {
        keys.add(Mix.key(request));
      }
      assertThat(result.asked())
          .containsEntry("gets", 1_000L)
          .containsEntry("hits", 1_000L - keys.size())
          .containsEntry("sets", (long) keys.size())
          .containsEntry("databaseSelects", (long) keys.size());
      world.assertCountedByTheServers(result);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "REDIS, REPORT",
    "REDIS, READ_THROUGH",
    "MEMCACHED, READ_THROUGH_ADD",
    "REDIS, WRITE_THROUGH",
    "MEMCACHED, LEASE",
    "REDIS, LEASE"
  })
  void anUpdateGivesItsRowAnotherValueAndTheCacheWhatThePolicySays(CacheType cache, Policy policy) {
    LoadPlan plan = plan(cache, policy, 1, 8, 0.5);
    try (World world = new World(plan)) {
      LoadResult result = world.load();
      Counts counts = result.counts();
      assertThat(counts.stored()).isBetween(300L, 500L);
      assertThat(counts.count(Effect.ROW_UPDATED)).isEqualTo(counts.stored());
      boolean sets = policy == Policy.REPORT || policy == Policy.WRITE_THROUGH;
      Effect effect = sets ? Effect.CACHE_SET : Effect.CACHE_DELETE;
      Effect other = sets ? Effect.CACHE_DELETE : Effect.CACHE_SET;
      assertThat(counts.count(effect)).isEqualTo(counts.stored());
      assertThat(counts.count(other)).isZero();
      assertThat(counts.wrongBytes() + counts.misses() + counts.failed()).isZero();
      assertThat(result.routes().get(Route.UPDATE).response().count()).isEqualTo(counts.stored());
      world.assertCountedByTheServers(result);
      assertUpdated(world, asked(plan, true));
    }
  }

  private static void assertUpdated(World world, int[] requests) {
    Set<Integer> updated = new HashSet<>();
    for (int request : requests) {
      if (!Mix.isGet(request)) {
        updated.add(Mix.key(request));
      }
    }
    try (RowStore rows = world.rows.open()) {
      Iterator<Entry> before = world.records.entries(KEYS);
      for (int i = 0; i < KEYS; i++) {
        Entry entry = before.next();
        byte[] now = rows.select(entry.key());
        assertThat(world.records.version(i, now)).isNotNegative();
        assertThat(!Arrays.equals(now, entry.value())).isEqualTo(updated.contains(i));
      }
    }
  }

  /** Few keys, many connections: what is read late is filled late. */
  private static LoadResult race(CacheType cache, Policy policy) {
    LoadPlan usual = plan(cache, policy, 0, 32, 0.6);
    LoadPlan plan =
        new LoadPlan(
            usual.subject(),
            null,
            usual.spacing(),
            32,
            32,
            1,
            0.6,
            8,
            32,
            7,
            Duration.ofMillis(500),
            Duration.ofSeconds(6),
            Duration.ofSeconds(5));
    try (World world = new World(plan)) {
      LoadResult result = LoadRig.run(plan, world.records, world::open, HistogramLog.none(), world);
      world.assertCountedByTheServers(result);
      assertThat(result.counts().wrongBytes() + result.counts().failed()).isZero();
      return result;
    }
  }

  @ParameterizedTest
  @CsvSource({"MEMCACHED, READ_THROUGH", "REDIS, READ_THROUGH", "MEMCACHED, READ_THROUGH_ADD"})
  void aLateFillIsSeenAsStaleReads(CacheType cache, Policy policy) {
    LoadResult result = race(cache, policy);
    assertThat(result.counts().count(Effect.STALE_READ)).isPositive();
    assertThat(result.staleness().spells()).isPositive();
    assertThat(result.staleness().longestNanos())
        .isPositive()
        .isGreaterThanOrEqualTo(result.staleness().p99Nanos());
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMCACHED", "REDIS"})
  void underLeasesNothingStaleIsRead(CacheType cache) {
    LoadResult result = race(cache, Policy.LEASE);
    assertThat(result.counts().hits()).isGreaterThan(1_000);
    assertThat(result.counts().count(Effect.LEASE_FILLED)).isPositive();
    assertThat(result.counts().count(Effect.LEASE_GONE) + result.counts().count(Effect.LEASE_LOST))
        .isPositive();
    assertThat(result.counts().count(Effect.STALE_READ)).isZero();
    assertThat(result.staleness()).isEqualTo(new Staleness(0, 0, 0));
  }

  @Test
  void aTableAloneIsAskedForEverything() {
    LoadPlan plan = plan(CacheType.NONE, Policy.READ_THROUGH, 0, 8, 0.75);
    try (World world = new World(plan)) {
      LoadResult result = world.load();
      Counts counts = result.counts();
      assertThat(counts.effects().keySet())
          .containsExactlyInAnyOrder(Effect.ROW_FOUND, Effect.ROW_UPDATED);
      assertThat(counts.count(Effect.ROW_FOUND)).isEqualTo(counts.hits());
      assertThat(result.routes().keySet()).containsExactlyInAnyOrder(Route.READ, Route.UPDATE);
      assertThat(result.cpuNanos()).isPositive();
      world.assertCountedByTheServers(result);
    }
  }

  @Test
  void aValueThatIsAnothersAndARowThatIsGoneAreNoticed() {
    LoadPlan plan = plan(CacheType.MEMCACHED, Policy.REPORT, 0, 4, 1);
    try (World world = new World(plan)) {
      world.admin.flush();
      world.admin.load(world.records.entries(50));
      try (RowStore rows = world.rows.open()) {
        rows.update(world.records.key(7), world.records.value(8, 0));
      }
      LoadResult result = world.load();
      assertThat(result.counts().misses()).isBetween(300L, 500L);
      assertThat(result.counts().wrongBytes()).isBetween(1L, 30L);
      assertThat(result.counts().count(Effect.ROW_MISSING)).isEqualTo(result.counts().misses());
    }
  }

  @Test
  void aCacheThatDiesFailsEveryRequestThatIsDueAndTheLoadGoesOnToItsEnd() {
    try (LocalServers servers = LocalServers.open()) {
      LocalServer cache = servers.start(ServerSpec.memcached(), Answers.of(StoreType.MEMCACHED));
      LoadPlan plan = plan(CacheType.MEMCACHED, Policy.READ_THROUGH, 1, 8, 1);
      World world = new World(plan, cache.access(), TestServers.database());
      try (world) {
        LoadResult result = world.afterTheFirstSecond(() -> signal(cache, "KILL")).load();
        assertThat(result.seconds()).hasSize(2);
        assertThat(result.seconds().get(0).counts().failed()).isZero();
        assertThat(result.seconds().get(1).counts().failures().keySet())
            .contains(FailureCause.REFUSED)
            .isSubsetOf(FailureCause.REFUSED, FailureCause.LOST);
        assertThat(result.counts().failed()).isGreaterThan(200);
        assertThat(result.counts().dropped()).isZero();
        assertThat(result.complaint()).contains("127.0.0.1");
      }
    }
  }

  @Test
  void aDatabaseThatDiesFailsWhatNeedsItWhileTheCacheAnswers() {
    Credentials account = Credentials.random("tests");
    try (LocalServers servers = LocalServers.open()) {
      LocalServer server = TestServers.startDatabase(servers, account);
      LoadPlan plan = plan(CacheType.REDIS, Policy.REPORT, 0.5, 8, 1);
      Access database = Access.to(server.endpoint()).withCredentials(account);
      World world = new World(plan, TestServers.redis(), database);
      try (world) {
        LoadResult result = world.afterTheFirstSecond(() -> signal(server, "KILL")).load();
        Counts last = result.seconds().get(1).counts();
        assertThat(last.failures().keySet())
            .isNotEmpty()
            .isSubsetOf(FailureCause.REFUSED, FailureCause.LOST);
        assertThat(last.count(Effect.CACHE_HIT)).isEqualTo(last.hits() - found(last));
        assertThat(last.hits()).isGreaterThan(100);
      }
    }
  }

  private static long found(Counts counts) {
    return counts.count(Effect.ROW_FOUND);
  }

  @Test
  void aCacheThatComesBackIsAskedAgain() {
    try (LocalServers servers = LocalServers.open()) {
      LocalServer cache = servers.start(ServerSpec.redis(), Answers.of(StoreType.REDIS));
      LoadPlan usual = plan(CacheType.REDIS, Policy.READ_THROUGH, 1, 8, 1);
      LoadPlan plan =
          new LoadPlan(
              usual.subject(),
              usual.rate(),
              usual.spacing(),
              8,
              8,
              1,
              1,
              KEYS,
              32,
              7,
              usual.warmup(),
              usual.duration(),
              Duration.ofMillis(200));
      World world = new World(plan, cache.access(), TestServers.database());
      try (world) {
        LoadResult result = world.afterTheFirstSecond(() -> standStill(cache, 400)).load();
        Counts last = result.seconds().get(1).counts();
        assertThat(last.failures()).containsKey(FailureCause.ANSWER_TIMEOUT);
        assertThat(last.answered()).isGreaterThan(100);
        assertThat(result.response().maxNanos()).isGreaterThan(190_000_000);
        assertThat(result.counts().blocked()).isPositive();
      }
    }
  }

  @Test
  void whatIsNotThereIsToldOfInASentence() throws Exception {
    LoadPlan plan = plan(CacheType.NONE, Policy.REPORT, 0, 2, 1);
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Access nowhere =
        Access.to(new Endpoint("127.0.0.1", free)).withCredentials(Credentials.random("a"));
    Records records = new Records(1, "", KEYS, 32);
    try (RowStores rows =
        Databases.rows(DriverType.CONNECTOR_J, Connections.KEPT, nowhere, Timeouts.DEFAULT)) {
      assertThatExceptionOfType(LoadException.class)
          .isThrownBy(
              () ->
                  LoadRig.run(
                      plan,
                      records,
                      () -> {
                        RowStore store = rows.open();
                        store.connect();
                        return new Table(store);
                      },
                      HistogramLog.none(),
                      new NoWatcher()))
          .withMessageStartingWith("a table alone cannot be loaded: 127.0.0.1:" + free);
    }
  }

  private static final class NoWatcher implements LoadRig.Watcher {
    @Override
    public void connected() {}

    @Override
    public void measuring() {}

    @Override
    public void measured() {}

    @Override
    public void second(LoadSecond second, int of) {}
  }

  private static void standStill(LocalServer server, int millis) {
    signal(server, "STOP");
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      signal(server, "CONT");
    }
  }

  private static void signal(LocalServer server, String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(server.pid().getAsLong()))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
