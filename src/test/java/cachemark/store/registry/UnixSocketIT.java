// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachemark.UnixServers;
import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreContract;
import cachemark.store.StoreException;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The thin sockets over Unix domain sockets. */
final class UnixSocketIT {
  private static final Access NOWHERE = Access.to(Endpoint.unix("/nowhere/at.all"));
  private static UnixServers servers;
  private static Access memcached;
  private static Access redis;

  @BeforeAll
  static void start() {
    servers = new UnixServers();
    memcached = servers.start(StoreType.MEMCACHED);
    redis = servers.start(StoreType.REDIS);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  private static StoreFactory factory(StoreType store, ClientType client, Access access) {
    return StoreFactory.of(store, client, Connections.KEPT, access, Timeouts.DEFAULT);
  }

  private abstract static class Thin extends StoreContract {
    private final StoreFactory factory;

    Thin(StoreType store, ClientType client, Access access) {
      this.factory = factory(store, client, access);
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
  final class Memcached extends Thin {
    Memcached() {
      super(StoreType.MEMCACHED, ClientType.WIRE, memcached);
    }
  }

  @Nested
  final class MemcachedMeta extends Thin {
    MemcachedMeta() {
      super(StoreType.MEMCACHED, ClientType.WIRE_META, memcached);
    }
  }

  @Nested
  final class Redis extends Thin {
    Redis() {
      super(StoreType.REDIS, ClientType.WIRE, redis);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMCACHED", "REDIS"})
  void aServerTellsOfItselfThere(StoreType type) {
    Access access = type == StoreType.REDIS ? redis : memcached;
    try (StoreAdmin admin = StoreAdmins.open(type, access, Timeouts.DEFAULT)) {
      assertThat(admin.version()).isNotBlank();
      assertThat(admin.settings()).isNotEmpty();
      assertThat(admin.counters()).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MEMCACHED, XMEMCACHED",
    "MEMCACHED, SPYMEMCACHED",
    "REDIS, LETTUCE",
    "REDIS, JEDIS",
    "MEMCACHED, LIBRARY",
    "REDIS, LIBRARY"
  })
  void aLibraryIsRefused(StoreType store, ClientType client) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory(store, client, NOWHERE))
        .withMessage(
            "client %s of %s knows no Unix domain sockets, as unix:/nowhere/at.all is;"
                + " choose client=WIRE",
            client, store);
  }

  @Test
  void aSocketThatIsNotThereRefuses() {
    try (StoreFactory stores = factory(StoreType.REDIS, ClientType.WIRE, NOWHERE);
        KeyValueStore store = stores.open()) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store.get("key"))
          .withMessageStartingWith("unix:/nowhere/at.all: cannot connect")
          .extracting(StoreException::failure)
          .isEqualTo(FailureCause.REFUSED);
    }
  }
}
