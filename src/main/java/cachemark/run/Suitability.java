// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Axis;
import cachemark.plan.PlanException;
import cachemark.server.ServerKind;
import cachemark.server.source.SourceChoice;
import cachemark.store.Access;
import cachemark.store.CacheType;
import cachemark.store.ClientType;
import cachemark.store.Durability;
import cachemark.store.StoreType;
import cachemark.store.registry.StoreFactory;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What benchmarks ask for, and servers that are there already can or cannot do. Stateless. */
final class Suitability {
  private Suitability() {}

  /**
   * Refuses what is known, before any server is asked, not to be had of them.
   *
   * @param params of a benchmark, by name
   * @throws PlanException with what to do instead
   */
  static void require(String benchmark, Map<String, String> params, SourceChoice servers) {
    if (servers.external().containsKey(ServerKind.MEMCACHED)) {
      requireNone(
          Axis.MEGABYTES, params, benchmark + " fills a memcached, which takes one that is");
      requireNone(
          Axis.PATH,
          params,
          benchmark + " goes to several memcached servers, which takes some that are");
    }
    storeOf(params).ifPresent(store -> requireClient(store, params, servers));
  }

  private static void requireNone(Axis axis, Map<String, String> params, String needs) {
    if (params.containsKey(axis.parameter())) {
      throw new PlanException(
          needs
              + " started for it: leave it out, or let memcached be started by leaving it out of"
              + " --servers");
    }
  }

  /** What commits of these benchmarks are to wait for. */
  static Set<Durability> durabilities(Collection<? extends Map<String, String>> benchmarks) {
    return benchmarks.stream()
        .flatMap(params -> Stream.ofNullable(params.get(Axis.DURABILITY.parameter())))
        .map(Durability::valueOf)
        .collect(Collectors.toSet());
  }

  private static void requireClient(
      StoreType store, Map<String, String> params, SourceChoice servers) {
    Access access = servers.external().get(Needs.kindOf(store));
    String client = params.get(Axis.CLIENT.parameter());
    if (access != null && client != null) {
      try {
        StoreFactory.requireAllowed(store, ClientType.valueOf(client), access);
      } catch (IllegalArgumentException e) {
        throw new PlanException(String.valueOf(e.getMessage()));
      }
    }
  }

  private static Optional<StoreType> storeOf(Map<String, String> params) {
    String cache = params.get(Axis.CACHE.parameter());
    return cache == null
        ? Optional.ofNullable(params.get(Axis.STORE.parameter())).map(StoreType::valueOf)
        : CacheType.valueOf(cache).store();
  }
}
