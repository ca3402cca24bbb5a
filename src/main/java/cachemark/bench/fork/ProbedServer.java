// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import cachemark.store.PathType;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import cachemark.store.registry.StoreAdmins;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * A server whose counters and threads are read before and after an iteration. Several may be of the
 * same side, which counts and spends what all of them do.
 */
final class ProbedServer {
  private static final String NO_CACHE = "NONE";
  private static final String PROXY = "proxy";

  private final String prefix;
  private final @Nullable StoreAdmin admin;
  private final OptionalLong pid;

  private ProbedServer(String prefix, @Nullable StoreAdmin admin, OptionalLong pid) {
    this.prefix = prefix;
    this.admin = admin;
    this.pid = pid;
  }

  /** The servers that a benchmark with these parameters goes to. */
  static List<ProbedServer> of(BenchmarkParams benchmark) {
    List<ProbedServer> servers = new ArrayList<>();
    String store = benchmark.getParam("store");
    String cache = benchmark.getParam("cache");
    String path = benchmark.getParam("path");
    if (store != null) {
      servers.add(store(StoreType.valueOf(store)));
    }
    if (cache != null) {
      servers.add(database());
      if (!cache.equals(NO_CACHE)) {
        servers.add(store(StoreType.valueOf(cache)));
      }
    }
    if (path != null) {
      servers.addAll(along(PathType.valueOf(path)));
    }
    return servers;
  }

  private static List<ProbedServer> along(PathType path) {
    List<ProbedServer> servers = new ArrayList<>();
    for (int i = 0; i < path.servers(); i++) {
      servers.add(store(StoreType.MEMCACHED, RunProperties.member(i)));
    }
    if (path.isProxied()) {
      servers.add(new ProbedServer(PROXY, null, RunProperties.pid(RunProperties.proxyOf(path))));
    }
    return servers;
  }

  private static ProbedServer store(StoreType type) {
    return store(type, RunProperties.serverOf(type));
  }

  private static ProbedServer store(StoreType type, String server) {
    return new ProbedServer(
        "",
        StoreAdmins.open(type, RunProperties.access(server), Timeouts.DEFAULT),
        RunProperties.pid(server));
  }

  private static ProbedServer database() {
    String server = RunProperties.DATABASE;
    return new ProbedServer(
        server,
        Databases.admin(RunProperties.access(server), Timeouts.DEFAULT),
        RunProperties.pid(server));
  }

  /**
   * All it counted since it started; that of the database has its name in front. Nothing of a
   * proxy, whose clients and servers both count.
   */
  Map<String, Long> counters() {
    Map<String, Long> reading = new TreeMap<>();
    if (admin == null) {
      return reading;
    }
    admin.counters().counts().forEach((name, count) -> reading.put(label(name), count));
    return reading;
  }

  /** What begins the names of what it spends. */
  String side() {
    return prefix.isEmpty() ? "server" : prefix;
  }

  /** What its threads spent; nothing of one on another machine. */
  Optional<TaskCounts> tasks() {
    return pid.isEmpty() ? Optional.empty() : TaskCounts.of(pid.getAsLong());
  }

  /** {@code selects} of the database becomes {@code databaseSelects}. */
  private String label(String name) {
    return prefix.isEmpty()
        ? name
        : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
