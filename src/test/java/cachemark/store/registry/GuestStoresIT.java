// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.ForeignData;
import cachemark.GuestServers;
import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.CollectionContract;
import cachemark.store.CollectionStore;
import cachemark.store.Connections;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreContract;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** What every store promises, on servers with accounts and TLS that belong to somebody else. */
final class GuestStoresIT {
  @AfterAll
  static void nothingOfTheirsIsTouched() {
    ForeignData.require(StoreType.REDIS, GuestServers.redisOwner());
    ForeignData.require(StoreType.MEMCACHED, GuestServers.memcachedOwner());
  }

  /** The contract through one client. */
  abstract static class Through extends StoreContract {
    private final StoreFactory factory;

    Through(StoreType type, ClientType client, Connections way, Access access) {
      factory = StoreFactory.of(type, client, way, access, Timeouts.DEFAULT);
    }

    @Override
    protected String prefix() {
      return GuestServers.PREFIX;
    }

    @Override
    protected KeyValueStore open() {
      return factory.open();
    }

    @AfterEach
    void closeFactory() {
      factory.close();
    }
  }

  @Nested
  final class RedisByWire extends Through {
    RedisByWire() {
      super(StoreType.REDIS, ClientType.WIRE, Connections.KEPT, GuestServers.redis());
    }
  }

  @Nested
  final class RedisByWirePerOperation extends Through {
    RedisByWirePerOperation() {
      super(StoreType.REDIS, ClientType.WIRE, Connections.PER_OP, GuestServers.redis());
    }
  }

  @Nested
  final class RedisByLettuce extends Through {
    RedisByLettuce() {
      super(StoreType.REDIS, ClientType.LETTUCE, Connections.SHARED, GuestServers.redis());
    }
  }

  @Nested
  final class MemcachedByWire extends Through {
    MemcachedByWire() {
      super(StoreType.MEMCACHED, ClientType.WIRE, Connections.KEPT, GuestServers.memcached());
    }
  }

  @Nested
  final class MemcachedByWirePerOperation extends Through {
    MemcachedByWirePerOperation() {
      super(StoreType.MEMCACHED, ClientType.WIRE, Connections.PER_OP, GuestServers.memcached());
    }
  }

  @Nested
  final class MemcachedByWireOverTls extends Through {
    MemcachedByWireOverTls() {
      super(
          StoreType.MEMCACHED, ClientType.WIRE, Connections.KEPT, GuestServers.memcachedOverTls());
    }
  }

  @Nested
  final class CollectionsByWire extends Collections {
    CollectionsByWire() {
      super(ClientType.WIRE, Connections.KEPT);
    }
  }

  @Nested
  final class CollectionsByLettuce extends Collections {
    CollectionsByLettuce() {
      super(ClientType.LETTUCE, Connections.SHARED);
    }
  }

  /** The contract of sets and lists through one client. */
  abstract static class Collections extends CollectionContract {
    private final CollectionFactory factory;

    Collections(ClientType client, Connections way) {
      factory = CollectionFactory.of(client, way, GuestServers.redis(), Timeouts.DEFAULT);
    }

    @Override
    protected String prefix() {
      return GuestServers.PREFIX;
    }

    @Override
    protected CollectionStore open() {
      return factory.open();
    }

    @AfterEach
    void closeFactory() {
      factory.close();
    }
  }
}
