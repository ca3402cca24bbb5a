// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.proxy.Mode;
import cachemark.server.RunningServer;
import cachemark.store.Endpoint;
import cachemark.store.PathType;
import cachemark.store.StoreType;
import java.util.List;
import java.util.Optional;

/** The proxies on paths to memcached, each as a process of its own. Stateless. */
public final class PathProxies {
  private PathProxies() {}

  /**
   * Why a path cannot be had, in a sentence; empty where it can.
   *
   * @param contained whether memcached comes from containers, and else from this machine
   */
  public static Optional<String> missing(PathType path, boolean contained) {
    return switch (path) {
      case TWEMPROXY -> Twemproxy.missing();
      case MEMCACHED_PROXY -> contained ? Optional.empty() : MemcachedProxy.missing();
      default -> Optional.empty();
    };
  }

  /** Starts the proxy of a path before these servers; it answers on return. */
  public static RunningServer start(
      PathType path, Site site, List<Endpoint> primaries, List<Endpoint> backups) {
    return switch (path) {
      case PROXY_REPAIR -> OwnProxyProcess.start(site, Mode.REPAIR, primaries, backups);
      case PROXY_MAGENT -> OwnProxyProcess.start(site, Mode.MAGENT, primaries, backups);
      case TWEMPROXY -> Twemproxy.start(site, primaries, false).servers().get(0);
      case MEMCACHED_PROXY -> MemcachedProxy.sharing(site, primaries).servers().get(0);
      case DIRECT, XMEMCACHED -> throw new IllegalArgumentException(path + " has no proxy");
    };
  }

  /** The version that the proxy of a path says it is of, or that its program says. */
  public static String version(PathType path, RunningServer proxy) {
    return path == PathType.TWEMPROXY
        ? Twemproxy.version()
        : Site.version(StoreType.MEMCACHED, proxy.endpoint());
  }
}
