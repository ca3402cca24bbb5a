// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.store.Access;
import cachemark.store.BlockingDeleteStore;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.PipelinedStore;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.TransactionalStore;
import cachemark.store.memcached.MemcachedBlockingDelete;
import cachemark.store.memcached.MemcachedPipeline;
import cachemark.store.memcached.MetaPipeline;
import cachemark.store.redis.RedisPipeline;

/** What only the thin socket does, over a kept connection that is made at the first operation. */
public final class WireStores {
  private WireStores() {}

  /**
   * Gets and sets of many keys in one go.
   *
   * @param client one of the thin sockets
   * @throws IllegalArgumentException if {@code type} has no server, or {@code client} does not
   *     speak to it; the message names the choices
   */
  public static PipelinedStore pipelined(
      StoreType type, ClientType client, Access access, Timeouts timeouts) {
    Choices.require(type, client, Connections.KEPT);
    return switch (type) {
      case MEMCACHED ->
          client == ClientType.WIRE_META
              ? new MetaPipeline(access, timeouts)
              : new MemcachedPipeline(access, timeouts);
      case REDIS -> new RedisPipeline(access, timeouts);
      case MEMORY -> throw new IllegalArgumentException("nothing is sent to " + type.label());
    };
  }

  /** Several writes as one, on a Redis. */
  public static TransactionalStore transactional(Access access, Timeouts timeouts) {
    return new RedisPipeline(access, timeouts);
  }

  /** The delete that blocks a key, on a memcached. */
  public static BlockingDeleteStore blockingDelete(Access access, Timeouts timeouts) {
    return new MemcachedBlockingDelete(access, timeouts);
  }
}
