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

final class RedisAdminIT extends ServerAdminContract {
  private final StoreFactory factory =
      StoreFactory.of(
          StoreType.REDIS,
          ClientType.WIRE,
          Connections.KEPT,
          TestServers.redis(),
          Timeouts.DEFAULT);

  @Override
  protected StoreAdmin openAdmin() {
    return StoreAdmins.open(StoreType.REDIS, TestServers.redis(), Timeouts.DEFAULT);
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
  void settingsAreTheServersOwnWithoutSecrets() {
    assertThat(admin().settings())
        .containsEntry("port", Integer.toString(TestServers.redis().endpoint().port()))
        .containsEntry("appendonly", "no")
        .containsEntry("save", "")
        .doesNotContainKeys("requirepass", "masterauth", "masteruser", "tls-key-file-pass");
  }
}
