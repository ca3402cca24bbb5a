// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.TestServers;
import cachemark.cacheaside.CacheAside;
import cachemark.cacheaside.Flights;
import cachemark.cacheaside.Policy;
import cachemark.cacheaside.Repository;
import cachemark.cacheaside.Rules;
import cachemark.cacheaside.Table;
import cachemark.store.Access;
import cachemark.store.CacheType;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Engine;
import cachemark.store.Expiry;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A table and the cache in front of it, as a load finds them, and what they count of it. */
final class TableWorld extends Quiet implements AutoCloseable {
  static final int KEYS = 100;

  final Records records;
  final RowStoreAdmin admin;
  final RowStores rows;

  private final Map<String, Long> counted = new HashMap<>();
  private final LoadPlan plan;
  private final CachedTable table;
  private final Access cache;
  private final StoreFactory caches;
  private final Flights flights = new Flights();
  private Runnable afterTheFirstSecond = () -> {};

  TableWorld(LoadPlan plan) {
    this(plan, cacheOf(plan), TestServers.database());
  }

  TableWorld(LoadPlan plan, Access cache, Access database) {
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

  /** A load at 400 requests a second for two, after half a second of warm-up. */
  static LoadPlan plan(
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

  private static Access cacheOf(LoadPlan plan) {
    CacheType type = ((CachedTable) plan.subject()).cache();
    return type == CacheType.REDIS ? TestServers.redis() : TestServers.memcached();
  }

  private StoreType store() {
    return table.cache().store().orElse(StoreType.MEMCACHED);
  }

  TableWorld afterTheFirstSecond(Runnable task) {
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

  /** The way of one connection to both. */
  Repository open() {
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
                assertThat(count - counted.get(name)).as(name).isEqualTo(result.asked().get(name)));
  }

  @Override
  public void connected() {
    counted.putAll(counters());
  }

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
