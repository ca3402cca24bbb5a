// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import cachemark.store.Access;
import cachemark.store.Connections;
import cachemark.store.DriverType;
import cachemark.store.RowStore;
import cachemark.store.RowStores;
import cachemark.store.Timeouts;
import org.jspecify.annotations.Nullable;

/** The table through a JDBC driver; the threads that share it share a pool. Thread-safe. */
public final class MySqlStores implements RowStores {
  private final Login login;
  private final SqlFailures failures;
  private final Connections way;
  private final @Nullable ConnectionPool pool;

  /**
   * Stores that {@code access} leads to, through this driver, for threads connected in this way.
   */
  public MySqlStores(DriverType driver, Connections way, Access access, Timeouts timeouts) {
    this.way = way;
    this.login = new Login(driver, access, timeouts);
    this.failures = new SqlFailures(login);
    this.pool = way == Connections.SHARED ? new ConnectionPool(login) : null;
  }

  @Override
  public RowStore open() {
    return new MySqlStore(connector(), failures, login.schema());
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.shutDown();
    }
  }

  private Connector connector() {
    if (pool != null) {
      return pool;
    }
    return new OwnConnection(way == Connections.PER_OP ? login::once : login::kept);
  }
}
