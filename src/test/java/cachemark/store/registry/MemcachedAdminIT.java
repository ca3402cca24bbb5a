// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.TestServers;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.KeyValueStore;
import cachemark.store.ServerAdminContract;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MemcachedAdminIT extends ServerAdminContract {
  private final StoreFactory factory =
      StoreFactory.of(
          StoreType.MEMCACHED,
          ClientType.WIRE,
          Connections.KEPT,
          TestServers.memcached(),
          Timeouts.DEFAULT);

  @Override
  protected StoreAdmin openAdmin() {
    return StoreAdmins.open(StoreType.MEMCACHED, TestServers.memcached(), Timeouts.DEFAULT);
  }

  @Override
  protected KeyValueStore openStore() {
    return factory.open();
  }

  @AfterEach
  void closeFactory() {
    factory.close();
  }

  @Test
  void settingsAreTheServersOwn() {
    assertThat(admin().settings())
        .containsEntry("tcpport", Integer.toString(TestServers.memcached().endpoint().port()))
        .containsEntry("item_size_max", "2097152");
  }
}
