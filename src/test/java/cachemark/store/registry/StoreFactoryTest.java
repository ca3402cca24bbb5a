// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Endpoint;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoreFactoryTest {
  private static final Access NOWHERE = Access.to(new Endpoint("127.0.0.1", 1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MEMCACHED|LETTUCE|KEPT|client LETTUCE does not speak to MEMCACHED;"
            + " choose one of LIBRARY, SPYMEMCACHED, WIRE, WIRE_META, XMEMCACHED",
        "REDIS|XMEMCACHED|KEPT|client XMEMCACHED does not speak to REDIS;"
            + " choose one of JEDIS, LETTUCE, LIBRARY, WIRE",
        "REDIS|WIRE_META|KEPT|client WIRE_META does not speak to REDIS;"
            + " choose one of JEDIS, LETTUCE, LIBRARY, WIRE",
        "REDIS|WIRE|SHARED|client WIRE of REDIS cannot be connected SHARED;"
            + " choose one of KEPT, PER_OP",
        "MEMCACHED|JEDIS|KEPT|client JEDIS does not speak to MEMCACHED;"
            + " choose one of LIBRARY, SPYMEMCACHED, WIRE, WIRE_META, XMEMCACHED",
        "REDIS|SPYMEMCACHED|KEPT|client SPYMEMCACHED does not speak to REDIS;"
            + " choose one of JEDIS, LETTUCE, LIBRARY, WIRE",
        "MEMCACHED|SPYMEMCACHED|PER_OP|client SPYMEMCACHED of MEMCACHED cannot be connected PER_OP;"
            + " choose one of KEPT, SHARED",
        "MEMCACHED|LIBRARY|PER_OP|client LIBRARY of MEMCACHED cannot be connected PER_OP;"
            + " choose one of KEPT, SHARED",
      })
  void whatDoesNotGoTogetherIsRefusedWithTheChoices(
      StoreType type, ClientType client, Connections connections, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoreFactory.of(type, client, connections, NOWHERE, Timeouts.DEFAULT))
        .withMessage(message);
  }

  @Test
  void whatGoesTogetherOpensWithoutAServer() {
    for (StoreType type : StoreType.values()) {
      for (ClientType client : ClientType.values()) {
        if (client.speaks(type)) {
          client.ways(type).forEach(way -> opensTwice(type, client, way));
        }
      }
    }
  }

  private static void opensTwice(StoreType type, ClientType client, Connections way) {
    StoreFactory factory = StoreFactory.of(type, client, way, NOWHERE, Timeouts.DEFAULT);
    KeyValueStore first = factory.open();
    KeyValueStore second = factory.open();
    if (type != StoreType.MEMORY) {
      assertThat(first == second).as("%s %s", client, way).isEqualTo(way == Connections.SHARED);
    }
    assertThatCode(factory::close).doesNotThrowAnyException();
    assertThatCode(factory::close).doesNotThrowAnyException();
    assertThatIllegalStateException().isThrownBy(factory::open);
  }

  @Test
  void factoryAndAdminMeetInOneHeap() {
    Access heap = Access.to(new Endpoint("heap.of.this.test", 1));
    try (StoreFactory factory =
            StoreFactory.of(
                StoreType.MEMORY, ClientType.WIRE, Connections.KEPT, heap, Timeouts.DEFAULT);
        StoreAdmin admin = StoreAdmins.open(StoreType.MEMORY, heap, Timeouts.DEFAULT)) {
      factory.open().set("key", new byte[1], Expiry.NEVER);
      assertThat(factory.open().get("key")).hasSize(1);
      assertThat(admin.count()).isEqualTo(1);
      admin.flush();
      assertThat(factory.open().get("key")).isNull();
    }
  }
}
