// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import cachemark.store.Keys;
import cachemark.store.RowStore;
import cachemark.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The table through a JDBC driver, with prepared statements only; each is committed by itself.
 * Thread-safe where its connections come from a pool.
 */
final class MySqlStore implements RowStore {
  private final Connector connector;
  private final SqlFailures failures;
  private final String select;
  private final String insert;
  private final String update;

  MySqlStore(Connector connector, SqlFailures failures, Schema schema) {
    this.connector = connector;
    this.failures = failures;
    this.select = schema.select();
    this.insert = schema.insert();
    this.update = schema.update();
  }

  @Override
  public void connect() {
    connector.giveBack(take());
  }

  @Override
  public byte @Nullable [] select(String key) {
    Keys.requireValid(key);
    return execute(
        select,
        statement -> {
          statement.setString(1, key);
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getBytes(1) : null;
          }
        });
  }

  @Override
  public void insert(String key, byte[] value) {
    Keys.requireValid(key);
    execute(
        insert,
        statement -> {
          statement.setString(1, key);
          statement.setBytes(2, value);
          return statement.executeUpdate();
        });
  }

  @Override
  public boolean update(String key, byte[] value) {
    Keys.requireValid(key);
    Integer rows =
        execute(
            update,
            statement -> {
              statement.setBytes(1, value);
              statement.setString(2, key);
              return statement.executeUpdate(); // rows found, changed by it or not
            });
    return rows != null && rows > 0;
  }

  @Override
  public void close() {
    connector.close();
  }

  private <T> @Nullable T execute(String sql, Statement<T> statement) {
    Connection connection = take();
    T result;
    long startNanos = System.nanoTime();
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      result = statement.on(prepared);
    } catch (SQLException e) {
      throw failed(connection, failures.ofStatement(e, System.nanoTime() - startNanos));
    }
    connector.giveBack(connection);
    return result;
  }

  private Connection take() {
    try {
      return connector.take();
    } catch (SQLException e) {
      throw failures.ofConnecting(e);
    }
  }

  /** A refused statement leaves the connection as it was; after anything else it is not trusted. */
  private StoreException failed(Connection connection, StoreException failure) {
    switch (failure.failure()) {
      case SERVER_ERROR -> connector.giveBack(connection);
      default -> connector.discard(connection);
    }
    return failure;
  }

  /** What is done with a prepared statement. */
  private interface Statement<T> {
    @Nullable T on(PreparedStatement statement) throws SQLException;
  }
}
