// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.hop;

import cachemark.bench.fork.ForkLifeline;
import cachemark.bench.fork.RunProperties;
import cachemark.bench.target.Entries;
import cachemark.bench.target.TimedKeys;
import cachemark.store.Access;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.PathType;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.PathStores;
import cachemark.store.registry.StoreAdmins;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The servers at the end of a path, empty at first and empty at last. In between they hold what
 * came to them by the path itself, which knows where each key belongs.
 */
@State(Scope.Benchmark)
public class PathTarget {
  @Param({"DIRECT", "XMEMCACHED", "PROXY_REPAIR", "PROXY_MAGENT", "TWEMPROXY"})
  PathType path = PathType.DIRECT;

  @Param("10000")
  int keys;

  @Param("32")
  int valueBytes;

  private List<Access> servers = List.of();
  private List<StoreAdmin> admins = List.of();
  private Entry[] entries = {};

  @Setup(Level.Trial)
  public void fill() {
    ForkLifeline.attach();
    TimedKeys.requireHeap(keys, valueBytes);
    servers =
        IntStream.range(0, path.servers())
            .mapToObj(RunProperties::member)
            .map(RunProperties::access)
            .toList();
    admins =
        servers.stream()
            .map(server -> StoreAdmins.open(StoreType.MEMCACHED, server, Timeouts.DEFAULT))
            .toList();
    admins.forEach(StoreAdmin::flush);
    entries = Entries.ofBytes(servers.get(0), "timed", valueBytes).array(0, keys);
    load();
    requireAll("primaries", admins.subList(0, path.primaries()));
    if (path.backups() > 0) {
      requireAll("backups", admins.subList(path.primaries(), path.servers()));
    }
  }

  @TearDown(Level.Trial)
  public void empty() {
    admins.forEach(StoreAdmin::flush);
    admins.forEach(StoreAdmin::close);
  }

  /** A store by this path for one thread, which closes it. */
  KeyValueStore open() {
    Access proxy = path.isProxied() ? RunProperties.access(RunProperties.proxyOf(path)) : null;
    return PathStores.open(path, servers, proxy, Timeouts.DEFAULT);
  }

  /** What the servers hold. */
  Entry[] entries() {
    return entries;
  }

  private void load() {
    try (KeyValueStore loader = open()) {
      for (Entry entry : entries) {
        loader.set(entry.key(), entry.value(), Expiry.NEVER);
      }
    }
  }

  private void requireAll(String holders, List<StoreAdmin> some) {
    long held = some.stream().mapToLong(StoreAdmin::count).sum();
    if (held != keys) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "path=%s: its %s hold %d keys after loading; %d were expected",
              path,
              holders,
              held,
              keys));
    }
  }
}
