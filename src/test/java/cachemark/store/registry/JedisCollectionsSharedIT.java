// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.TestServers;
import cachemark.store.ClientType;
import cachemark.store.CollectionContract;
import cachemark.store.CollectionStore;
import cachemark.store.Connections;
import cachemark.store.Timeouts;
import org.junit.jupiter.api.AfterEach;

final class JedisCollectionsSharedIT extends CollectionContract {
  private final CollectionFactory factory =
      CollectionFactory.of(
          ClientType.JEDIS, Connections.SHARED, TestServers.redis(), Timeouts.DEFAULT);

  @Override
  protected CollectionStore open() {
    return factory.open();
  }

  @AfterEach
  void closeFactory() {
    factory.close();
  }
}
