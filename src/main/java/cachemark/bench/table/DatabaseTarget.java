// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.table;

import cachemark.bench.fork.ForkLifeline;
import cachemark.bench.fork.RunProperties;
import cachemark.bench.target.CacheServer;
import cachemark.bench.target.Contents;
import cachemark.bench.target.Entries;
import cachemark.cacheaside.CacheAside;
import cachemark.cacheaside.ConnectionPerOperation;
import cachemark.cacheaside.Policy;
import cachemark.cacheaside.Repository;
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
import cachemark.store.KeyValueStore;
import cachemark.store.RowStore;
import cachemark.store.RowStoreAdmin;
import cachemark.store.RowStores;
import cachemark.store.TableShape;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A table under test with the cache in front of it, both empty at first and gone at last, and the
 * way threads reach them. The last thread to leave ends everything, as in {@link
 * cachemark.bench.target.Target}.
 */
@State(Scope.Benchmark)
public class DatabaseTarget {
  @Param({"NONE", "MEMCACHED", "REDIS"})
  CacheType cache = CacheType.NONE;

  @Param("LIBRARY")
  ClientType client = ClientType.LIBRARY;

  @Param("SHARED")
  Connections connections = Connections.SHARED;

  @Param("CONNECTOR_J")
  DriverType driver = DriverType.CONNECTOR_J;

  @Param("PRIMARY")
  Index index = Index.PRIMARY;

  @Param("INNODB")
  Engine engine = Engine.INNODB;

  @Param("FSYNC")
  Durability durability = Durability.FSYNC;

  @Param("REPORT")
  Policy policy = Policy.REPORT;

  @Param("60s")
  String ttl = "60s";

  @Param("32")
  int valueBytes;

  private final AtomicInteger threads = new AtomicInteger();
  private RowStores tables;
  private RowStoreAdmin admin;
  private Contents rows;
  private @Nullable CacheServer front;

  /** The server whose keys the records have: a table takes any. */
  private Access keyed;

  @Setup(Level.Trial)
  public void connect() {
    ForkLifeline.attach();
    Access access = RunProperties.access(RunProperties.DATABASE);
    tables = Databases.rows(driver, connections, access, Timeouts.DEFAULT);
    admin = Databases.admin(access, Timeouts.DEFAULT);
    admin.setDurability(durability);
    admin.create(TableShape.of(index, engine, valueBytes));
    rows = new Contents("the table", admin);
    front = cache.store().map(type -> new CacheServer(type, client, connections)).orElse(null);
    keyed = front == null ? access : front.access();
    clear();
  }

  /** The repository for one thread to use, until it leaves. */
  Repository enter() {
    threads.incrementAndGet();
    return connections == Connections.PER_OP
        ? new ConnectionPerOperation(this::openOnce)
        : repository(front == null ? null : front.open(), tables.open());
  }

  /** Closes what a thread used, and with the last thread all the rest. */
  void leave(Repository used) {
    used.close();
    if (threads.decrementAndGet() == 0) {
      tables.close();
      if (front != null) {
        front.close();
      }
      admin.drop();
      rows.close();
    }
  }

  /** The entries of one purpose, of the length of value this target is tried with. */
  Entries entries(String label) {
    return Entries.ofText(keyed, label, valueBytes);
  }

  /** Empties table and cache. */
  void clear() {
    rows.clear();
    if (front != null) {
      front.contents().clear();
    }
  }

  /** Puts {@code count} rows into the table. */
  void fillTable(Entries entries, long count) {
    rows.add(entries, count, Expiry.NEVER);
  }

  /** Makes the cache hold these entries and nothing else, all of them written just now. */
  void refillCache(Entries entries, long count) {
    if (front != null) {
      front.contents().clear();
      front.contents().add(entries, count, Expiry.parse(ttl));
    }
  }

  /** The report's scripts logged in to the database even where the cache had the value. */
  private Repository openOnce() {
    RowStore table = tables.open();
    table.connect();
    return repository(front == null ? null : front.openOnce(), table);
  }

  private Repository repository(@Nullable KeyValueStore cached, RowStore table) {
    Repository direct = new Table(table);
    return cached == null ? direct : new CacheAside(cached, direct, policy, Expiry.parse(ttl));
  }
}
