// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import cachemark.store.CacheMemory;
import cachemark.store.Credentials;
import cachemark.store.StoreType;
import org.jspecify.annotations.Nullable;

/** Which server is wanted, whoever provides it. */
public sealed interface ServerRequest {
  /** Which kind of server. */
  ServerKind kind();

  /**
   * The server of a store.
   *
   * @param memory that it has for what it holds, or null for the usual
   */
  static ServerRequest cache(StoreType store, @Nullable CacheMemory memory) {
    if (store == StoreType.REDIS) {
      return new Redis(memory);
    }
    return memory == null ? new Memcached() : new Memcached(memory.megabytes());
  }

  /** What it is called in messages. */
  default String name() {
    return kind().id();
  }

  /** A memcached with so many MB of memory for items. */
  record Memcached(int megabytes) implements ServerRequest {
    /** With the memory of the report's. */
    public Memcached() {
      this(ServerSpec.REPORT_MEGABYTES);
    }

    @Override
    public ServerKind kind() {
      return ServerKind.MEMCACHED;
    }
  }

  /**
   * A memcached that is a proxy before others.
   *
   * @param routes how it serves, as a file of memcached's route library
   */
  record MemcachedProxy(String routes) implements ServerRequest {
    @Override
    public ServerKind kind() {
      return ServerKind.MEMCACHED;
    }

    @Override
    public String name() {
      return ServerSpec.MEMCACHED_PROXY;
    }
  }

  /**
   * A Redis in memory only.
   *
   * @param memory that it has for what it holds, or null where that has no limit
   */
  record Redis(@Nullable CacheMemory memory) implements ServerRequest {
    /** One without a limit. */
    public Redis() {
      this(null);
    }

    @Override
    public ServerKind kind() {
      return ServerKind.REDIS;
    }
  }

  /** An empty database with {@code account} as the only account of use. */
  record Database(Credentials account) implements ServerRequest {
    @Override
    public ServerKind kind() {
      return ServerKind.MYSQL;
    }
  }
}
