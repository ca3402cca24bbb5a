// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.store.Endpoint;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.memcached.MemcachedAdmin;
import cachemark.store.memory.MemoryAdmin;
import cachemark.store.redis.RedisAdmin;

/** The admin of every type of store. */
public final class StoreAdmins {
  private StoreAdmins() {}

  /** An admin of the server at {@code endpoint}; it connects at its first operation. */
  public static StoreAdmin open(StoreType type, Endpoint endpoint, Timeouts timeouts) {
    return switch (type) {
      case MEMCACHED -> new MemcachedAdmin(endpoint, timeouts);
      case REDIS -> new RedisAdmin(endpoint, timeouts);
      case MEMORY -> new MemoryAdmin(Heaps.at(endpoint));
    };
  }
}
