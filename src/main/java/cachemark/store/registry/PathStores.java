// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.store.Access;
import cachemark.store.KeyValueStore;
import cachemark.store.PathType;
import cachemark.store.Timeouts;
import cachemark.store.memcached.MemcachedClusters;
import cachemark.store.memcached.WireMemcachedStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores that reach memcached by a path. Stateless. */
public final class PathStores {
  private PathStores() {}

  /**
   * A store for one thread, which connects at its first operation.
   *
   * @param servers at the end of the path, primaries first
   * @param proxy before them, or null where the path has none
   */
  public static KeyValueStore open(
      PathType path, List<Access> servers, @Nullable Access proxy, Timeouts timeouts) {
    if (path.isProxied() != (proxy != null)) {
      throw new IllegalArgumentException(path + " and its proxy go together");
    }
    if (proxy != null) {
      return new WireMemcachedStore(proxy, timeouts);
    }
    List<Access> primaries = servers.subList(0, path.primaries());
    return path == PathType.XMEMCACHED
        ? MemcachedClusters.xmemcached(primaries.stream().map(Access::endpoint).toList(), timeouts)
        : new WireMemcachedStore(primaries.get(0), timeouts);
  }
}
