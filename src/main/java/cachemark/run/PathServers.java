// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.bench.fork.RunProperties;
import cachemark.drill.cluster.PathProxies;
import cachemark.drill.cluster.Site;
import cachemark.result.ServerFacts;
import cachemark.server.RunningServer;
import cachemark.server.ServerRequest;
import cachemark.store.Endpoint;
import cachemark.store.PathType;
import cachemark.store.StoreType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The memcached servers that paths end at, shared by all of them, and a proxy for each path that
 * has one. They end with the source and the site they were started at.
 */
final class PathServers {
  private final Site site;
  private final Map<String, RunningServer> members = new LinkedHashMap<>();
  private final Map<String, RunningServer> proxies = new LinkedHashMap<>();
  private final List<ServerFacts> facts = new ArrayList<>();

  private PathServers(Site site) {
    this.site = site;
  }

  /** Starts what these paths need; all of it answers on return. */
  static PathServers start(Set<PathType> paths, Site site) {
    PathServers started = new PathServers(site);
    int servers = paths.stream().mapToInt(PathType::servers).max().orElse(0);
    for (int i = 0; i < servers; i++) {
      started.members.put(RunProperties.member(i), started.memcached());
    }
    paths.stream().filter(PathType::isProxied).sorted().forEach(started::startProxy);
    return started;
  }

  private RunningServer memcached() {
    return site.source()
        .start(
            new ServerRequest.Memcached(),
            access -> ServerRig.askVersion(StoreType.MEMCACHED, access));
  }

  private void startProxy(PathType path) {
    List<Endpoint> all = members.values().stream().map(RunningServer::endpoint).toList();
    RunningServer proxy =
        PathProxies.start(
            path,
            site,
            all.subList(0, path.primaries()),
            all.subList(path.primaries(), path.servers()));
    proxies.put(RunProperties.proxyOf(path), proxy);
    facts.add(ServerRig.factsOf(proxy, proxy.name(), PathProxies.version(path, proxy), Map.of()));
  }

  /** All of them, by the names that forks know them by. */
  Map<String, RunningServer> all() {
    Map<String, RunningServer> all = new LinkedHashMap<>(members);
    all.putAll(proxies);
    return all;
  }

  /** One of the memcached servers, which are all alike. */
  RunningServer member() {
    return members.values().iterator().next();
  }

  /** The proxies alone. */
  List<RunningServer> proxies() {
    return List.copyOf(proxies.values());
  }

  /** What is known of the proxies. */
  List<ServerFacts> facts() {
    return List.copyOf(facts);
  }
}
