// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreException;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import cachemark.store.registry.StoreFactory;
import java.util.Iterator;
import java.util.OptionalLong;

/** The cache in front of a table under load, reached by thin sockets. */
final class FrontCache implements AutoCloseable {
  private final StoreType store;
  private final Access access;
  private final OptionalLong pid;
  private final StoreFactory factory;

  /**
   * A cache.
   *
   * @param pid its process, if that can be seen
   */
  FrontCache(StoreType store, Access access, OptionalLong pid, Timeouts timeouts) {
    this.store = store;
    this.access = access;
    this.pid = pid;
    this.factory = StoreFactory.of(store, ClientType.WIRE, Connections.KEPT, access, timeouts);
  }

  String keyPrefix() {
    return access.keyPrefix();
  }

  LoadedServer server() {
    return LoadedServer.cache(store.label(), pid, this::admin);
  }

  /** Makes it hold nothing. */
  void empty() {
    try (StoreAdmin admin = admin()) {
      admin.flush();
    }
  }

  /** Gives it these entries, all written just now. */
  void fill(Iterator<Entry> entries, Expiry ttl) {
    try (StoreAdmin admin = admin()) {
      admin.load(entries, ttl);
    }
  }

  /** Refuses it if it does not hold so many. */
  void require(int count) {
    try (StoreAdmin admin = admin()) {
      CacheTarget.requireAll(count, admin.count());
    }
  }

  /** A store for one thread, which is connected: it has asked for what is not there. */
  KeyValueStore open() {
    KeyValueStore opened = factory.open();
    try {
      byte[] nothing = opened.get(access.key("connected"));
      if (nothing != null) {
        throw new IllegalStateException("the cache holds what was not put into it");
      }
      return opened;
    } catch (StoreException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public void close() {
    factory.close();
  }

  private StoreAdmin admin() {
    return StoreAdmins.open(store, access, Timeouts.DEFAULT);
  }
}
