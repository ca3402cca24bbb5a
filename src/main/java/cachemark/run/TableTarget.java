// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.cacheaside.CacheAside;
import cachemark.cacheaside.Flights;
import cachemark.cacheaside.Lifetimes;
import cachemark.cacheaside.Repository;
import cachemark.cacheaside.Table;
import cachemark.drill.cluster.Seat;
import cachemark.load.CachedTable;
import cachemark.load.HistogramLog;
import cachemark.load.LoadPlan;
import cachemark.load.LoadResult;
import cachemark.load.LoadRig;
import cachemark.load.Records;
import cachemark.store.Access;
import cachemark.store.Connections;
import cachemark.store.Expiry;
import cachemark.store.RowStore;
import cachemark.store.RowStores;
import cachemark.store.StoreException;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A table under load, with the cache in front of it if there is one. The cache is emptied and
 * filled before each load, so that none begins with what the one before left there.
 */
final class TableTarget implements LoadTarget {
  private static final int MOST_LIFETIMES = 32;

  private final LoadPlan plan;
  private final CachedTable subject;
  private final TableRows rows;
  private final RowStores tables;
  private final @Nullable FrontCache front;
  private final Flights flights = new Flights();
  private final SplittableRandom seeds;
  private final List<LoadedServer> servers = new ArrayList<>();
  private @Nullable Records records;

  /**
   * A table with the cache that its plan names.
   *
   * @param seat of that cache, or null where it is the one of the rig
   */
  TableTarget(
      LoadPlan plan, CachedTable subject, ServerRig rig, TableRows rows, @Nullable Seat seat) {
    this.plan = plan;
    this.subject = subject;
    this.rows = rows;
    this.seeds = new SplittableRandom(plan.seed());
    Timeouts timeouts = new Timeouts(Timeouts.DEFAULT.connect(), plan.answer());
    this.front =
        subject.cache().store().map(store -> front(store, rig, seat, timeouts)).orElse(null);
    this.tables = Databases.rows(subject.driver(), Connections.KEPT, rows.database(), timeouts);
    if (front != null) {
      servers.add(front.server());
    }
    servers.add(LoadedServer.database(rig.databasePid(), rows::admin));
  }

  private static FrontCache front(
      StoreType store, ServerRig rig, @Nullable Seat seat, Timeouts timeouts) {
    return seat == null
        ? new FrontCache(store, CacheTarget.access(store, rig), rig.pid(store), timeouts)
        : new FrontCache(store, Access.to(seat.address()), seat.server().pid(), timeouts);
  }

  @Override
  public void prepare() {
    Records made = rows.provide(plan, subject, front == null ? "" : front.keyPrefix());
    records = made;
    if (front != null) {
      fill(front, made, (int) Math.round(subject.rows(plan.keys()) * subject.cachedShare()));
    }
  }

  /** Lets the cache forget everything. */
  void empty() {
    if (front != null) {
      front.empty();
    }
  }

  /** Everything expires as its lifetime says, which is drawn out evenly over the keys. */
  private void fill(FrontCache cache, Records made, int count) {
    cache.empty();
    List<Expiry> lifetimes = new Lifetimes(subject.rules(), plan.seed()).spread(MOST_LIFETIMES);
    for (int i = 0; i < lifetimes.size(); i++) {
      cache.fill(made.entries(count, i, lifetimes.size()), lifetimes.get(i));
    }
    cache.require(subject.memory() == null ? count : 0);
  }

  @Override
  public LoadResult load(LoadPlan step, boolean yields, HistogramLog log, LoadRig.Watcher watcher) {
    return LoadRig.run(step, Objects.requireNonNull(records, "prepared"), this::open, log, watcher);
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
  }
}
