// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.target;

import cachemark.bench.fork.RunProperties;
import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import cachemark.store.registry.StoreFactory;

/** A cache as a benchmark needs it: the way to it for its threads, and what is in it. */
public final class CacheServer implements AutoCloseable {
  private final Access access;
  private final StoreFactory factory;
  private final Contents contents;

  public CacheServer(StoreType store, ClientType client, Connections connections) {
    this.access = RunProperties.access(RunProperties.serverOf(store));
    this.factory = StoreFactory.of(store, client, connections, access, Timeouts.DEFAULT);
    this.contents = new Contents(store.label(), StoreAdmins.open(store, access, Timeouts.DEFAULT));
  }

  /** How it is reached. */
  public Access access() {
    return access;
  }

  /** A store for one thread. */
  public KeyValueStore open() {
    return factory.open();
  }

  /** A store for one operation, which closes it. */
  public KeyValueStore openOnce() {
    return factory.openOnce();
  }

  public Contents contents() {
    return contents;
  }

  /** Closes every store of a thread and leaves the server empty. */
  @Override
  public void close() {
    factory.close();
    contents.clear();
    contents.close();
  }
}
