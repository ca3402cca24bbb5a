// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Endpoint;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import cachemark.store.registry.StoreFactory;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The server under test, empty at first and empty at last, and the way threads reach it.
 *
 * <p>The last thread to leave ends everything. A {@code TearDown} here would do as well, but JMH
 * lets every thread that comes upon one in progress sleep for a second.
 */
@State(Scope.Benchmark)
public class Target {
  @Param({"MEMCACHED", "REDIS"})
  StoreType store = StoreType.MEMCACHED;

  @Param("LIBRARY")
  ClientType client = ClientType.LIBRARY;

  @Param("SHARED")
  Connections connections = Connections.SHARED;

  @Param("32")
  int valueBytes;

  private final AtomicInteger threads = new AtomicInteger();
  private StoreFactory factory;
  private StoreAdmin admin;

  @Setup(Level.Trial)
  public void connect() {
    ForkLifeline.attach();
    Endpoint endpoint = RunProperties.endpoint(RunProperties.serverOf(store));
    factory = StoreFactory.of(store, client, connections, endpoint, Timeouts.DEFAULT);
    admin = StoreAdmins.open(store, endpoint, Timeouts.DEFAULT);
    admin.flush();
  }

  /** The store for one thread to use, until it leaves. */
  KeyValueStore enter() {
    threads.incrementAndGet();
    return factory.open();
  }

  /** Closes what a thread used, and with the last thread all the rest. */
  void leave(KeyValueStore used) {
    used.close();
    if (threads.decrementAndGet() == 0) {
      factory.close();
      admin.flush();
      admin.close();
    }
  }

  /** The entries of one purpose, of the length of value this target is tried with. */
  Entries entries(String label) {
    return new Entries(label, valueBytes);
  }

  /** Empties the server. */
  void flush() {
    admin.flush();
  }

  /**
   * Puts {@code count} entries on the server, beside what it holds, and checks that they are there.
   */
  void load(Entries entries, long count) {
    long expected = admin.count() + count;
    admin.load(entries.stream(0, count));
    long found = admin.count();
    if (found != expected) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s holds %d keys after loading; %d were expected",
              store,
              found,
              expected));
    }
  }
}
