// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.cacheaside.CacheAside;
import cachemark.cacheaside.Flights;
import cachemark.cacheaside.Lifetimes;
import cachemark.cacheaside.Repository;
import cachemark.cacheaside.Table;
import cachemark.load.CachedTable;
import cachemark.load.HistogramLog;
import cachemark.load.LoadPlan;
import cachemark.load.LoadResult;
import cachemark.load.LoadRig;
import cachemark.load.Records;
import cachemark.load.Trace;
import cachemark.store.Access;
import cachemark.store.Connections;
import cachemark.store.Engine;
import cachemark.store.Expiry;
import cachemark.store.RowStore;
import cachemark.store.RowStoreAdmin;
import cachemark.store.RowStores;
import cachemark.store.StoreException;
import cachemark.store.TableShape;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A table under load, with the cache in front of it if there is one. Both are made anew before each
 * load, so that none begins with what the one before left in the cache.
 */
final class TableTarget implements LoadTarget {
  private static final int MOST_LIFETIMES = 32;

  private final LoadPlan plan;
  private final CachedTable subject;
  private final Access database;
  private final RowStores tables;
  private final Records records;
  private final int longestBytes;
  private final @Nullable FrontCache front;
  private final Flights flights = new Flights();
  private final SplittableRandom seeds;
  private final List<LoadedServer> servers = new ArrayList<>();

  TableTarget(LoadPlan plan, CachedTable subject, ServerRig rig) {
    this.plan = plan;
    this.subject = subject;
    this.database = access(rig);
    this.seeds = new SplittableRandom(plan.seed());
    Timeouts timeouts = new Timeouts(Timeouts.DEFAULT.connect(), plan.answer());
    this.front =
        subject
            .cache()
            .store()
            .map(store -> new FrontCache(store, CacheTarget.access(store, rig), timeouts))
            .orElse(null);
    this.tables = Databases.rows(subject.driver(), Connections.KEPT, database, timeouts);
    String prefix = front == null ? "" : front.keyPrefix();
    Trace trace = plan.trace();
    this.records =
        trace == null
            ? new Records(plan.seed(), prefix, plan.keys(), plan.valueBytes())
            : new Records(plan.seed(), prefix, trace);
    this.longestBytes = trace == null ? plan.valueBytes() : trace.longestBytes();
    if (front != null) {
      servers.add(front.server(rig));
    }
    servers.add(LoadedServer.database(rig.databasePid(), this::admin));
  }

  private static Access access(ServerRig rig) {
    DatabaseServer server = rig.database();
    if (server == null) {
      throw new IllegalStateException("no database");
    }
    return server.access();
  }

  @Override
  public void prepare() {
    int rows = subject.rows(plan.keys());
    try (RowStoreAdmin admin = admin()) {
      admin.setDurability(subject.durability());
      admin.create(TableShape.of(subject.index(), Engine.INNODB, longestBytes));
      admin.load(records.entries(rows));
      CacheTarget.requireAll(rows, admin.count());
    }
    if (front != null) {
      int cached = (int) Math.round(rows * subject.cachedShare());
      fill(front, cached);
    }
  }

  /** Everything expires as its lifetime says, which is drawn out evenly over the keys. */
  private void fill(FrontCache cache, int count) {
    cache.empty();
    List<Expiry> lifetimes = new Lifetimes(subject.rules(), plan.seed()).spread(MOST_LIFETIMES);
    for (int i = 0; i < lifetimes.size(); i++) {
      cache.fill(records.entries(count, i, lifetimes.size()), lifetimes.get(i));
    }
    cache.require(subject.memory() == null ? count : 0);
  }

  @Override
  public LoadResult load(LoadPlan step, boolean yields, HistogramLog log, LoadRig.Watcher watcher) {
    return LoadRig.run(step, records, this::open, log, watcher);
  }

  /** Over connections of its own, which are there already. */
  private Repository open() {
    RowStore rows = tables.open();
    try {
      rows.connect();
      Repository table = new Table(rows);
      return front == null
          ? table
          : new CacheAside(front.open(), table, subject.rules(), seeds.nextLong(), flights);
    } catch (StoreException e) {
      rows.close();
      throw e;
    }
  }

  @Override
  public List<LoadedServer> servers() {
    return servers;
  }

  @Override
  public void close() {
    tables.close();
    if (front != null) {
      front.close();
    }
    try (RowStoreAdmin admin = admin()) {
      admin.drop();
    } catch (StoreException e) {
      return; // a server that is gone holds nothing of ours
    }
  }

  private RowStoreAdmin admin() {
    return Databases.admin(database, Timeouts.DEFAULT);
  }
}
