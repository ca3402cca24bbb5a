// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.result.ServerFacts;
import cachemark.server.RunningServer;
import cachemark.server.ServerRequest;
import cachemark.server.ServerSource;
import cachemark.server.SqlProduct;
import cachemark.store.Credentials;
import cachemark.store.RowStoreAdmin;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import java.time.Duration;

/** The database of a run, with the account that the suite alone has on it. */
final class DatabaseServer {
  private static final Timeouts PROBE = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(5));
  private static final String ACCOUNT = "cachemark";

  private final RunningServer server;
  private final Credentials credentials;

  private DatabaseServer(RunningServer server, Credentials credentials) {
    this.server = server;
    this.credentials = credentials;
  }

  /** Starts one, with an account of a random password. */
  static DatabaseServer start(ServerSource source) {
    Credentials credentials = Credentials.random(ACCOUNT);
    RunningServer server =
        source.start(
            new ServerRequest.Database(credentials),
            endpoint -> {
              try (RowStoreAdmin admin = Databases.admin(endpoint, credentials, PROBE)) {
                admin.version();
              }
            });
    return new DatabaseServer(server, credentials);
  }

  RunningServer server() {
    return server;
  }

  /** The account on it. */
  Credentials credentials() {
    return credentials;
  }

  /** Everything there is to know of it, as recorded with a run. */
  ServerFacts facts() {
    try (RowStoreAdmin admin = Databases.admin(server.endpoint(), credentials, PROBE)) {
      String version = admin.version();
      return ServerRig.factsOf(
          server, SqlProduct.ofVersion(version).label(), version, admin.settings());
    }
  }
}
