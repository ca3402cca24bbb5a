// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.store.Entry;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plain SQL over one connection, made when it is needed. Not thread-safe. */
final class AdminSession implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 1_000;
  private static final int BYTES_AT_ONCE = 8 << 20;

  private final OwnConnection connection;
  private final SqlFailures failures;

  AdminSession(Login login) {
    this.connection = new OwnConnection(login::administering);
    this.failures = new SqlFailures(login);
  }

  void execute(String sql) {
    on(
        statement -> {
          statement.execute(sql);
          return sql;
        });
  }

  /** The first column of the first row. */
  String text(String sql) {
    return on(
        statement -> {
          try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
          }
        });
  }

  /** The first two columns of every row. */
  Map<String, String> pairs(String sql) {
    return on(
        statement -> {
          Map<String, String> pairs = new LinkedHashMap<>();
          try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
              pairs.put(rows.getString(1), rows.getString(2));
            }
          }
          return pairs;
        });
  }

  /**
   * Adds a row for each entry with {@code sql}, many with one statement and one commit; fewer where
   * values are long.
   */
  void insert(String sql, Iterator<Entry> entries) {
    Connection open = take();
    long startNanos = System.nanoTime();
    try (PreparedStatement insert = open.prepareStatement(sql)) {
      while (entries.hasNext()) {
        long bytes = 0;
        for (int i = 0; i < ROWS_AT_ONCE && bytes < BYTES_AT_ONCE && entries.hasNext(); i++) {
          Entry entry = entries.next();
          bytes += entry.value().length;
          insert.setString(1, entry.key());
          insert.setString(2, new String(entry.value(), US_ASCII));
          insert.addBatch();
        }
        startNanos = System.nanoTime();
        insert.executeBatch();
      }
    } catch (SQLException e) {
      throw failed(e, startNanos);
    }
  }

  /** The failure of what is not even asked of the server, for {@code reason}. */
  StoreException refusal(String reason) {
    return failures.of(FailureCause.SERVER_ERROR, reason);
  }

  @Override
  public void close() {
    connection.close();
  }

  private <T> T on(Work<T> work) {
    Connection open = take();
    long startNanos = System.nanoTime();
    try (Statement statement = open.createStatement()) {
      return work.on(statement);
    } catch (SQLException e) {
      throw failed(e, startNanos);
    }
  }

  private Connection take() {
    try {
      return connection.take();
    } catch (SQLException e) {
      throw failures.ofConnecting(e);
    }
  }

  private StoreException failed(SQLException e, long startNanos) {
    StoreException failure = failures.ofStatement(e, System.nanoTime() - startNanos);
    if (failure.failure() != FailureCause.SERVER_ERROR) {
      connection.close();
    }
    return failure;
  }

  /** What is done with a statement. */
  private interface Work<T> {
    T on(Statement statement) throws SQLException;
  }
}
