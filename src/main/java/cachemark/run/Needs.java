// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Axis;
import cachemark.plan.Trial;
import cachemark.server.ServerKind;
import cachemark.store.CacheType;
import cachemark.store.PathType;
import cachemark.store.StoreType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Which servers benchmarks need.
 *
 * @param stores servers of keys and values
 * @param database whether a database is needed
 * @param echo whether the echo server is
 * @param paths to memcached servers that are theirs alone
 */
record Needs(Set<StoreType> stores, boolean database, boolean echo, Set<PathType> paths) {
  private static final String ECHO = "FloorBenchmark.echo";

  /** What goes by no path. */
  Needs(Set<StoreType> stores, boolean database, boolean echo) {
    this(stores, database, echo, Set.of());
  }

  /** The kinds of servers that this takes. */
  Set<ServerKind> kinds() {
    Set<ServerKind> kinds = EnumSet.noneOf(ServerKind.class);
    stores.forEach(store -> kinds.add(kindOf(store)));
    if (database) {
      kinds.add(ServerKind.MYSQL);
    }
    if (!paths.isEmpty()) {
      kinds.add(ServerKind.MEMCACHED);
    }
    return kinds;
  }

  /** The kind of server that a store is. */
  static ServerKind kindOf(StoreType store) {
    return store == StoreType.REDIS ? ServerKind.REDIS : ServerKind.MEMCACHED;
  }

  /** What any of these needs. */
  static Needs all(Collection<Needs> needs) {
    Set<StoreType> stores = EnumSet.noneOf(StoreType.class);
    Set<PathType> paths = EnumSet.noneOf(PathType.class);
    needs.forEach(each -> stores.addAll(each.stores()));
    needs.forEach(each -> paths.addAll(each.paths()));
    return new Needs(
        stores,
        needs.stream().anyMatch(Needs::database),
        needs.stream().anyMatch(Needs::echo),
        paths);
  }

  static Needs of(List<Trial> trials) {
    return all(
        trials.stream()
            .map(Trial::cell)
            .map(
                cell ->
                    of(
                        cell.benchmark(),
                        cell.param(Axis.STORE.parameter()),
                        cell.param(Axis.CACHE.parameter()),
                        cell.param(Axis.PATH.parameter())))
            .toList());
  }

  /**
   * What a benchmark needs.
   *
   * @param benchmark simple class name and method
   * @param store value of the axis, or the empty string if the benchmark has no such
   * @param cache value of the axis, or the empty string if the benchmark has no such
   * @param path value of the axis, or the empty string if the benchmark has no such
   */
  static Needs of(String benchmark, String store, String cache, String path) {
    Set<StoreType> stores = EnumSet.noneOf(StoreType.class);
    if (!store.isEmpty()) {
      stores.add(StoreType.valueOf(store));
    }
    if (!cache.isEmpty()) {
      CacheType.valueOf(cache).store().ifPresent(stores::add);
    }
    Set<PathType> paths = path.isEmpty() ? Set.of() : Set.of(PathType.valueOf(path));
    return new Needs(stores, !cache.isEmpty(), benchmark.equals(ECHO), paths);
  }

  /** The megabytes that a fork puts into a memcached of its own, if it needs one. */
  static OptionalInt capacity(BenchmarkParams params) {
    String megabytes = params.getParam(Axis.MEGABYTES.parameter());
    return megabytes == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(megabytes));
  }
}
