// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.TestServers;
import cachemark.store.Connections;
import cachemark.store.DriverType;
import cachemark.store.RowStoreAdmin;
import cachemark.store.RowStoreContract;
import cachemark.store.RowStores;
import cachemark.store.Timeouts;

final class MariaDbConnectorSharedIT extends RowStoreContract {
  @Override
  protected RowStoreAdmin admin() {
    return Databases.admin(TestServers.database(), Timeouts.DEFAULT);
  }

  @Override
  protected RowStores stores() {
    return Databases.rows(
        DriverType.MARIADB_CONNECTOR, Connections.SHARED, TestServers.database(), Timeouts.DEFAULT);
  }
}
