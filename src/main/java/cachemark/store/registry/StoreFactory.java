// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.memcached.SpyMemcachedStore;
import cachemark.store.memcached.WireMemcachedStore;
import cachemark.store.memcached.WireMetaStore;
import cachemark.store.memcached.XMemcachedStore;
import cachemark.store.redis.JedisStores;
import cachemark.store.redis.LettuceStores;
import cachemark.store.redis.WireRedisStore;
import java.util.function.Supplier;

/**
 * The stores of one server through one client, connected in one way; every thread opens its own.
 *
 * <p>Nothing is sent before the first operation, so a server that is away shows as the failure of
 * an operation. Closing the factory closes every store that {@link #open} handed out. Thread-safe.
 */
public final class StoreFactory implements AutoCloseable {
  private final Openings<KeyValueStore> openings;
  private final Supplier<? extends KeyValueStore> onceOpener;

  private StoreFactory(Supplier<? extends KeyValueStore> opener, Runnable closer) {
    this(opener, opener, closer);
  }

  private StoreFactory(
      Supplier<? extends KeyValueStore> opener,
      Supplier<? extends KeyValueStore> onceOpener,
      Runnable closer) {
    this.openings = new Openings<>(opener, KeyValueStore::close, closer);
    this.onceOpener = onceOpener;
  }

  /**
   * A factory of stores of {@code type} that {@code access} leads to.
   *
   * @throws IllegalArgumentException if this client does not speak to this store, or not in this
   *     way; the message names the choices
   */
  public static StoreFactory of(
      StoreType type,
      ClientType client,
      Connections connections,
      Access access,
      Timeouts timeouts) {
    Choices.require(type, client, connections);
    Choices.requireAllowed(type, client, access);
    if (type == StoreType.MEMORY) {
      return new StoreFactory(() -> Heaps.at(access.endpoint()), () -> {});
    }
    return switch (client.resolve(type)) {
      case WIRE_META -> connected(connections, () -> new WireMetaStore(access, timeouts));
      case XMEMCACHED -> connected(connections, () -> new XMemcachedStore(access, timeouts));
      case SPYMEMCACHED -> connected(connections, () -> new SpyMemcachedStore(access, timeouts));
      case JEDIS -> jedis(connections, new JedisStores(connections, access, timeouts));
      case LETTUCE -> lettuce(connections, new LettuceStores(access, timeouts));
      default -> connected(connections, () -> wire(type, access, timeouts));
    };
  }

  /**
   * Refuses a client that cannot say what {@code access} asks for.
   *
   * @throws IllegalArgumentException in one sentence that names the choice
   */
  public static void requireAllowed(StoreType type, ClientType client, Access access) {
    Choices.requireAllowed(type, client, access);
  }

  /** A store for the calling thread; where threads share one client, the same for all. */
  public KeyValueStore open() {
    return openings.open();
  }

  /**
   * A store for a few operations of the calling thread, all over one connection even where every
   * operation has its own. The caller closes it; this factory forgets it.
   */
  public KeyValueStore openOnce() {
    return onceOpener.get();
  }

  /** Closes every store; their threads should have ended their operations. May be called twice. */
  @Override
  public void close() {
    openings.close();
  }

  private static StoreFactory connected(Connections way, Supplier<KeyValueStore> opener) {
    return switch (way) {
      case PER_OP -> new StoreFactory(() -> new PerOperationStore(opener), opener, () -> {});
      case KEPT -> new StoreFactory(opener, () -> {});
      case SHARED -> shared(opener.get(), () -> {});
    };
  }

  private static StoreFactory lettuce(Connections way, LettuceStores stores) {
    return way == Connections.SHARED
        ? shared(stores.open(), stores::close)
        : new StoreFactory(stores::open, stores::close);
  }

  private static StoreFactory jedis(Connections way, JedisStores stores) {
    return way == Connections.SHARED
        ? shared(stores.open(), stores::close)
        : connected(way, stores::open);
  }

  private static StoreFactory shared(KeyValueStore store, Runnable closer) {
    KeyValueStore view = new SharedStore(store);
    return new StoreFactory(
        () -> view,
        () -> {
          store.close();
          closer.run();
        });
  }

  private static KeyValueStore wire(StoreType type, Access access, Timeouts timeouts) {
    return type == StoreType.MEMCACHED
        ? new WireMemcachedStore(access, timeouts)
        : new WireRedisStore(access, timeouts);
  }
}
