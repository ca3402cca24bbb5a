// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.TestServers;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreContract;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import org.junit.jupiter.api.AfterEach;

final class WireMetaKeptIT extends StoreContract {
  private final StoreFactory factory =
      StoreFactory.of(
          StoreType.MEMCACHED,
          ClientType.WIRE_META,
          Connections.KEPT,
          TestServers.memcached(),
          Timeouts.DEFAULT);

  @Override
  protected KeyValueStore open() {
    return factory.open();
  }

  @AfterEach
  void closeFactory() {
    factory.close();
  }
}
