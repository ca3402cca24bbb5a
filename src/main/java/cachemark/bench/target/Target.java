// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.target;

import cachemark.store.ClientType;
import cachemark.store.CollectionStore;
import cachemark.store.Connections;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.CollectionFactory;
import cachemark.store.registry.StoreFactory;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The way threads reach the server under test. */
@State(Scope.Benchmark)
public class Target {
  @Param("LIBRARY")
  ClientType client = ClientType.LIBRARY;

  @Param("SHARED")
  Connections connections = Connections.SHARED;

  private AnyServer server;
  private StoreFactory factory;
  private @Nullable CollectionFactory collections;

  @Setup(Level.Trial)
  public void connect(Server reached) {
    server = reached;
    StoreType store = reached.type();
    factory = StoreFactory.of(store, client, connections, reached.access(), Timeouts.DEFAULT);
  }

  /** The store for one thread to use, until it leaves. */
  public KeyValueStore enter() {
    server.enter();
    return factory.open();
  }

  /** Closes what a thread used, and with the last thread all the rest. */
  public void leave(KeyValueStore used) {
    used.close();
    server.leave(this::close);
  }

  /**
   * Sets and lists for one thread to use, reached in the same way, until the last thread leaves.
   */
  public synchronized CollectionStore collections() {
    if (collections == null) {
      collections = CollectionFactory.of(client, connections, server.access(), Timeouts.DEFAULT);
    }
    return collections.open();
  }

  private synchronized void close() {
    factory.close();
    if (collections != null) {
      collections.close();
    }
  }
}
