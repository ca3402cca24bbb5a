// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.store.Connections;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import cachemark.store.RowStoreAdmin;
import cachemark.store.RowStores;
import cachemark.store.Timeouts;
import cachemark.store.mysql.MySqlAdmin;
import cachemark.store.mysql.MySqlStores;

/** The databases of the suite, which are those that speak MySQL's protocol. */
public final class Databases {
  private Databases() {}

  /** The table on the server at {@code endpoint}, for threads that connect in this way. */
  public static RowStores rows(
      Connections way, Endpoint endpoint, Credentials credentials, Timeouts timeouts) {
    return new MySqlStores(way, endpoint, credentials, timeouts);
  }

  /** An admin of the server at {@code endpoint}; it connects at its first operation. */
  public static RowStoreAdmin admin(Endpoint endpoint, Credentials credentials, Timeouts timeouts) {
    return new MySqlAdmin(endpoint, credentials, timeouts);
  }
}
