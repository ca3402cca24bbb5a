// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.store.Access;
import cachemark.store.Connections;
import cachemark.store.DriverType;
import cachemark.store.RowStoreAdmin;
import cachemark.store.RowStores;
import cachemark.store.Timeouts;
import cachemark.store.mysql.MySqlAdmin;
import cachemark.store.mysql.MySqlStores;

/** The databases of the suite, which are those that speak MySQL's protocol. */
public final class Databases {
  private Databases() {}

  /**
   * The table on the server that {@code access} leads to, through {@code driver}, for threads that
   * connect in this way.
   */
  public static RowStores rows(
      DriverType driver, Connections way, Access access, Timeouts timeouts) {
    return new MySqlStores(driver, way, access, timeouts);
  }

  /** An admin of the server that {@code access} leads to; it connects at its first operation. */
  public static RowStoreAdmin admin(Access access, Timeouts timeouts) {
    return new MySqlAdmin(access, timeouts);
  }
}
