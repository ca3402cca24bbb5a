// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The connections that threads share: a HikariCP pool of its default size, which it fills in the
 * background. Thread-safe.
 */
final class ConnectionPool implements Connector {
  private static final int SIZE = 10;

  private final HikariDataSource pool;

  ConnectionPool(Login login) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("rows");
    config.setJdbcUrl(login.url());
    config.setDataSourceProperties(login.keptProperties());
    config.setMaximumPoolSize(SIZE);
    config.setConnectionTimeout(login.timeouts().connect().toMillis());
    config.setInitializationFailTimeout(
        -1); // the first operation shows whether the server is there
    this.pool = new HikariDataSource(config);
  }

  @Override
  public Connection take() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void giveBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      discard(connection);
    }
  }

  @Override
  public void discard(Connection connection) {
    pool.evictConnection(connection);
  }

  /** Does nothing: no connection is one store's alone. */
  @Override
  public void close() {}

  /** Ends every connection; may be called twice. */
  void shutDown() {
    pool.close();
  }
}
