// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.DriverType;
import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How a driver comes to a server: where, as whom, with which of its many settings. Immutable and
 * thread-safe.
 *
 * <p>Statements are prepared by the server where the connection lives long enough to use them
 * again; a connection for one operation would pay a round trip for it.
 */
final class Login {
  private final DriverSettings driver;
  private final Endpoint endpoint;
  private final Credentials account;
  private final boolean tls;
  private final Schema schema;
  private final Timeouts timeouts;

  /**
   * A login as {@code access} says, through {@code driver}.
   *
   * @throws IllegalArgumentException if it names no account
   */
  Login(DriverType driver, Access access, Timeouts timeouts) {
    this.driver = DriverSettings.of(driver);
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
    driver.batch(properties);
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
    return driver.scheme() + endpoint + "/" + name;
  }

  Properties keptProperties() {
    Properties properties = properties();
    properties.setProperty("useServerPrepStmts", "true");
    properties.setProperty("cachePrepStmts", "true");
    driver.keep(properties);
    return properties;
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("user", account.user());
    properties.setProperty("password", account.password());
    properties.setProperty("connectTimeout", "" + timeouts.connect().toMillis());
    properties.setProperty("socketTimeout", "" + timeouts.answer().toMillis());
    properties.setProperty("allowPublicKeyRetrieval", "true");
    properties.setProperty("useLocalSessionState", "true");
    driver.connect(properties, tls);
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
