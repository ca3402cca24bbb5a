// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.CollectionStore;
import cachemark.store.Connections;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.redis.JedisCollections;
import cachemark.store.redis.JedisStores;
import cachemark.store.redis.LettuceCollections;
import cachemark.store.redis.LettuceStores;
import cachemark.store.redis.WireRedisCollections;
import java.util.function.Supplier;

/**
 * The sets and lists of one Redis through one client, connected in one way; every thread opens its
 * own. Nothing is sent before the first operation. Closing the factory closes all. Thread-safe.
 */
public final class CollectionFactory implements AutoCloseable {
  private final Openings<? extends CollectionStore> openings;

  private CollectionFactory(Openings<? extends CollectionStore> openings) {
    this.openings = openings;
  }

  /**
   * A factory of sets and lists of the Redis that {@code access} leads to.
   *
   * @throws IllegalArgumentException if this client does not speak to Redis, or not in this way;
   *     the message names the choices
   */
  public static CollectionFactory of(
      ClientType client, Connections connections, Access access, Timeouts timeouts) {
    Choices.require(StoreType.REDIS, client, connections);
    Choices.requireKept(connections);
    return new CollectionFactory(
        switch (client.resolve(StoreType.REDIS)) {
          case LETTUCE -> lettuce(connections, new LettuceStores(access, timeouts));
          case JEDIS -> jedis(connections, new JedisStores(connections, access, timeouts));
          default ->
              new Openings<>(
                  () -> new WireRedisCollections(access, timeouts),
                  WireRedisCollections::close,
                  () -> {});
        });
  }

  /** Sets and lists for the calling thread; where threads share one client, the same for all. */
  public CollectionStore open() {
    return openings.open();
  }

  /** Closes every store; their threads should have ended their operations. May be called twice. */
  @Override
  public void close() {
    openings.close();
  }

  private static Openings<LettuceCollections> lettuce(Connections way, LettuceStores stores) {
    LettuceCollections one = stores.openCollections();
    Supplier<LettuceCollections> opener =
        way == Connections.SHARED ? () -> one : stores::openCollections;
    return new Openings<>(opener, LettuceCollections::close, stores::close);
  }

  private static Openings<JedisCollections> jedis(Connections way, JedisStores stores) {
    JedisCollections one = stores.openCollections();
    Supplier<JedisCollections> opener =
        way == Connections.SHARED ? () -> one : stores::openCollections;
    return new Openings<>(opener, JedisCollections::close, stores::close);
  }
}
