// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.result.ServerFacts;
import cachemark.server.RunningServer;
import cachemark.server.ServerRequest;
import cachemark.server.ServerSource;
import cachemark.server.SqlProduct;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Durability;
import cachemark.store.RowStoreAdmin;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import java.time.Duration;

/** The database of a run. */
final class DatabaseServer {
  private static final Timeouts PROBE = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(5));
  private static final String ACCOUNT = "cachemark";

  private final RunningServer server;

  private DatabaseServer(RunningServer server) {
    this.server = server;
  }

  /** Has one started, with an account of a random password where it is to be wholly ours. */
  static DatabaseServer start(ServerSource source) {
    return new DatabaseServer(
        source.start(
            new ServerRequest.Database(Credentials.random(ACCOUNT)), DatabaseServer::askVersion));
  }

  private static void askVersion(Access access) {
    try (RowStoreAdmin admin = Databases.admin(access, PROBE)) {
      admin.version();
    }
  }

  RunningServer server() {
    return server;
  }

  /** How it is reached. */
  Access access() {
    return server.access();
  }

  /** Refuses what commits are to wait for where that is not what they wait for there. */
  void requireDurability(Durability asked) {
    try (RowStoreAdmin admin = Databases.admin(access(), PROBE)) {
      admin.setDurability(asked);
    } catch (StoreException e) {
      throw new RunException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Removes all that is ours on it. */
  void drop() {
    try (RowStoreAdmin admin = Databases.admin(access(), PROBE)) {
      admin.drop();
    }
  }

  /** Everything there is to know of it, as recorded with a run. */
  ServerFacts facts() {
    try (RowStoreAdmin admin = Databases.admin(access(), PROBE)) {
      return ServerRig.factsOf(server, SqlProduct.ofVersion(admin.version()).label(), admin);
    }
  }
}
