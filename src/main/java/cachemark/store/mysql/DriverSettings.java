// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import cachemark.store.DriverType;
import java.util.Properties;

/** What one driver wants to be told in words of its own. Stateless. */
enum DriverSettings {
  CONNECTOR_J("jdbc:mysql://") {
    @Override
    void connect(Properties properties, boolean tls) {
      properties.setProperty("sslMode", tls ? "VERIFY_IDENTITY" : "DISABLED");
      // A login otherwise asks the server for its variables, each time.
      properties.setProperty("cacheServerConfiguration", "true");
    }

    @Override
    void keep(Properties properties) {
      // Else what the server does not prepare in time is quietly sent as plain text.
      properties.setProperty("emulateUnsupportedPstmts", "false");
    }

    @Override
    void batch(Properties properties) {
      properties.setProperty("rewriteBatchedStatements", "true");
    }
  },
  MARIADB_CONNECTOR("jdbc:mariadb://") {
    @Override
    void connect(Properties properties, boolean tls) {
      properties.setProperty("sslMode", tls ? "verify-full" : "disable");
      properties.setProperty("tlsSocketType", JvmTrust.TYPE);
    }

    @Override
    void keep(Properties properties) {}

    @Override
    void batch(Properties properties) {}
  };

  private final String scheme;

  DriverSettings(String scheme) {
    this.scheme = scheme;
  }

  static DriverSettings of(DriverType driver) {
    return switch (driver) {
      case CONNECTOR_J -> CONNECTOR_J;
      case MARIADB_CONNECTOR -> MARIADB_CONNECTOR;
    };
  }

  /** What its URLs begin with. */
  String scheme() {
    return scheme;
  }

  /** Adds what every connection wants. */
  abstract void connect(Properties properties, boolean tls);

  /** Adds what a connection wants whose statements the server prepares. */
  abstract void keep(Properties properties);

  /** Adds what a connection wants that sends many rows at once. */
  abstract void batch(Properties properties);
}
