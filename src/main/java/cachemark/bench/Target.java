// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreType;
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
  private CacheServer server;

  @Setup(Level.Trial)
  public void connect() {
    ForkLifeline.attach();
    server = new CacheServer(store, client, connections);
    server.contents().clear();
  }

  /** The store for one thread to use, until it leaves. */
  KeyValueStore enter() {
    threads.incrementAndGet();
    return server.open();
  }

  /** Closes what a thread used, and with the last thread all the rest. */
  void leave(KeyValueStore used) {
    used.close();
    if (threads.decrementAndGet() == 0) {
      server.close();
    }
  }

  /** The entries of one purpose, of the length of value this target is tried with. */
  Entries entries(String label) {
    return Entries.ofBytes(label, valueBytes);
  }

  /** Empties the server. */
  void flush() {
    server.contents().clear();
  }

  /**
   * Puts {@code count} entries on the server, beside what it holds, and checks that they are there.
   */
  void load(Entries entries, long count) {
    server.contents().add(entries, count, Expiry.NEVER);
  }
}
