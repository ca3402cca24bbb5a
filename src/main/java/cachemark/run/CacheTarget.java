// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.Data;
import cachemark.load.Dialect;
import cachemark.load.HistogramLog;
import cachemark.load.LoadPlan;
import cachemark.load.LoadResult;
import cachemark.load.LoadRig;
import cachemark.store.Access;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.util.List;
import java.util.Locale;

/** A cache under load, which is given every key once: no request takes one away. */
final class CacheTarget implements LoadTarget {
  private final StoreType store;
  private final Access access;
  private final Data data;
  private final LoadedServer server;
  private boolean prepared;

  CacheTarget(LoadPlan plan, ServerRig rig) {
    if (!(plan.subject() instanceof Dialect dialect)) {
      throw new IllegalArgumentException(plan.subject().label() + " is no cache");
    }
    this.store = dialect.store();
    this.access = access(store, rig);
    this.data = new Data(plan.seed(), access.keyPrefix(), plan.keys(), plan.valueBytes());
    this.server = LoadedServer.cache(store.label(), rig.pid(store), this::admin);
  }

  /** How the server of a store is reached. */
  static Access access(StoreType store, ServerRig rig) {
    Access access = rig.stores().get(store);
    if (access == null) {
      throw new IllegalStateException("no server of " + store);
    }
    return access;
  }

  @Override
  public void prepare() {
    if (prepared) {
      return;
    }
    prepared = true;
    try (StoreAdmin admin = admin()) {
      admin.flush();
      admin.load(data.entries());
      requireAll(data.count(), admin.count());
    }
  }

  /** Refuses a server that has not kept every key. */
  static void requireAll(int keys, long count) {
    if (count < keys) {
      throw new RunException(
          String.format(
              Locale.ROOT,
              "of %,d keys the server holds only %,d: it has too little memory for them",
              keys,
              count));
    }
  }

  @Override
  public LoadResult load(LoadPlan plan, boolean yields, HistogramLog log, LoadRig.Watcher watcher) {
    return LoadRig.run(plan, data, access, yields, log, watcher);
  }

  @Override
  public List<LoadedServer> servers() {
    return List.of(server);
  }

  @Override
  public void close() {}

  private StoreAdmin admin() {
    return StoreAdmins.open(store, access, Timeouts.DEFAULT);
  }
}
