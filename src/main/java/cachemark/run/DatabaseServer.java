// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.result.ServerFacts;
import cachemark.server.DataFolder;
import cachemark.server.LocalServer;
import cachemark.server.LocalServers;
import cachemark.server.SqlProduct;
import cachemark.server.SqlProgram;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.RowStoreAdmin;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import java.time.Duration;

/** The database of a run, with the account that the suite alone has on it. */
final class DatabaseServer {
  private static final Timeouts PROBE = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(5));
  private static final String ACCOUNT = "cachemark";

  private final LocalServer server;
  private final Credentials credentials;

  private DatabaseServer(LocalServer server, Credentials credentials) {
    this.server = server;
    this.credentials = credentials;
  }

  /** Starts the one that is installed, with an account of a random password. */
  static DatabaseServer start(LocalServers processes) {
    Credentials credentials = Credentials.random(ACCOUNT);
    LocalServer server =
        processes.start(
            SqlProgram.installed().spec(credentials),
            endpoint -> {
              try (RowStoreAdmin admin =
                  Databases.admin(Access.to(endpoint).withCredentials(credentials), PROBE)) {
                admin.version();
              }
            });
    return new DatabaseServer(server, credentials);
  }

  LocalServer server() {
    return server;
  }

  /** How it is reached. */
  Access access() {
    return Access.to(server.endpoint()).withCredentials(credentials);
  }

  /** Everything there is to know of it, as recorded with a run. */
  ServerFacts facts() {
    try (RowStoreAdmin admin = Databases.admin(access(), PROBE)) {
      String version = admin.version();
      return new ServerFacts(
          SqlProduct.ofVersion(version).label(),
          version,
          "local process",
          server.endpoint().toString(),
          server.pid(),
          server.user(),
          server.commandLine(),
          admin.settings(),
          server.dataFolder().map(DataFolder::fileSystem).orElse(null));
    }
  }
}
