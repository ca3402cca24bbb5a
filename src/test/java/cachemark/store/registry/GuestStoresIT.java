// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.ForeignData;
import cachemark.GuestServers;
import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.CollectionContract;
import cachemark.store.CollectionStore;
import cachemark.store.Connections;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreContract;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** What every store promises, on servers with accounts and TLS that belong to somebody else. */
final class GuestStoresIT {
  /** The contracts leave what they wrote, which others would find on the servers they share. */
  @AfterAll
  static void whatIsOursGoesAndNothingOfTheirsIsTouched() {
    empty(StoreType.REDIS, GuestServers.redis(), GuestServers.redisOwner());
    empty(StoreType.MEMCACHED, GuestServers.memcached(), GuestServers.memcachedOwner());
    empty(
        StoreType.MEMCACHED, GuestServers.memcachedOverTls(), GuestServers.memcachedOverTlsOwner());
  }

  private static void empty(StoreType type, Access ours, Access owner) {
    try (StoreAdmin admin = StoreAdmins.open(type, ours, Timeouts.DEFAULT)) {
      admin.flush();
      // Of all keys a memcached would also count those that have expired and are not yet swept.
      assertThat(admin.count()).as("our keys on %s at %s", type.label(), ours.endpoint()).isZero();
    }
    ForeignData.require(type, owner);
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
  final class RedisByJedis extends Through {
    RedisByJedis() {
      super(StoreType.REDIS, ClientType.JEDIS, Connections.KEPT, GuestServers.redis());
    }
  }

  @Nested
  final class RedisByJedisPool extends Through {
    RedisByJedisPool() {
      super(StoreType.REDIS, ClientType.JEDIS, Connections.SHARED, GuestServers.redis());
    }
  }

  @Nested
  final class MemcachedByWire extends Through {
    MemcachedByWire() {
      super(StoreType.MEMCACHED, ClientType.WIRE, Connections.KEPT, GuestServers.memcached());
    }
  }

  @Nested
  final class MemcachedByMeta extends Through {
    MemcachedByMeta() {
      super(StoreType.MEMCACHED, ClientType.WIRE_META, Connections.KEPT, GuestServers.memcached());
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

  @Nested
  final class CollectionsByJedis extends Collections {
    CollectionsByJedis() {
      super(ClientType.JEDIS, Connections.KEPT);
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
