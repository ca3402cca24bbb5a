// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.store.Access;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.memcached.MemcachedAdmin;
import cachemark.store.memory.MemoryAdmin;
import cachemark.store.redis.RedisAdmin;

/** The admin of every type of store. */
public final class StoreAdmins {
  private StoreAdmins() {}

  /** An admin of the server that {@code access} leads to; it connects at its first operation. */
  public static StoreAdmin open(StoreType type, Access access, Timeouts timeouts) {
    return switch (type) {
      case MEMCACHED -> new MemcachedAdmin(access, timeouts);
      case REDIS -> new RedisAdmin(access, timeouts);
      case MEMORY -> new MemoryAdmin(Heaps.at(access.endpoint()));
    };
  }
}
