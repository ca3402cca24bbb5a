// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How Connector/J comes to a server: where, as whom, with which of its many settings. Immutable and
 * thread-safe.
 *
 * <p>Statements are prepared by the server where the connection lives long enough to use them
 * again; a connection for one operation would pay a round trip for it.
 */
final class Login {
  private final Endpoint endpoint;
  private final Credentials account;
  private final boolean tls;
  private final Schema schema;
  private final Timeouts timeouts;

  /**
   * A login as {@code access} says.
   *
   * @throws IllegalArgumentException if it names no account
   */
  Login(Access access, Timeouts timeouts) {
    this.endpoint = access.endpoint();
    this.account = account(access);
    this.tls = access.tls();
    this.schema = Schema.of(access);
    this.timeouts = timeouts;
  }

  /** A new connection whose statements are prepared by the driver. */
  Connection once() throws SQLException {
    return connect(url(), properties());
  }

  /** A new connection whose statements are prepared by the server and kept. */
  Connection kept() throws SQLException {
    return connect(url(), keptProperties());
  }

  /** A new connection to no schema, which sends a batch of rows as one statement. */
  Connection administering() throws SQLException {
    Properties properties = properties();
    properties.setProperty("rewriteBatchedStatements", "true");
    return connect(urlOf(""), properties);
  }

  Endpoint endpoint() {
    return endpoint;
  }

  Timeouts timeouts() {
    return timeouts;
  }

  Schema schema() {
    return schema;
  }

  String url() {
    return urlOf(schema.name());
  }

  private String urlOf(String name) {
    return "jdbc:mysql://" + endpoint + "/" + name;
  }

  Properties keptProperties() {
    Properties properties = properties();
    properties.setProperty("useServerPrepStmts", "true");
    properties.setProperty("cachePrepStmts", "true");
    // Else what the server does not prepare in time is quietly sent as plain text.
    properties.setProperty("emulateUnsupportedPstmts", "false");
    return properties;
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("user", account.user());
    properties.setProperty("password", account.password());
    properties.setProperty("connectTimeout", "" + timeouts.connect().toMillis());
    properties.setProperty("socketTimeout", "" + timeouts.answer().toMillis());
    properties.setProperty("sslMode", tls ? "VERIFY_IDENTITY" : "DISABLED");
    properties.setProperty("allowPublicKeyRetrieval", "true");
    // A login otherwise asks the server for its variables, each time.
    properties.setProperty("cacheServerConfiguration", "true");
    properties.setProperty("useLocalSessionState", "true");
    return properties;
  }

  private static Credentials account(Access access) {
    Credentials account = access.credentials();
    if (account == null) {
      throw new IllegalArgumentException(
          access.endpoint() + ": a database lets nobody in without user and password");
    }
    return account;
  }

  private static Connection connect(String url, Properties properties) throws SQLException {
    return DriverManager.getConnection(url, properties);
  }
}
