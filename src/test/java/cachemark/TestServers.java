// SPDX-License-Identifier: Apache-2.0
package cachemark;

import cachemark.server.ServerSpec;
import cachemark.server.SqlProgram;
import cachemark.server.local.LocalServer;
import cachemark.server.local.LocalServers;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import cachemark.store.StoreType;

/** Real servers for integration tests, started once for each JVM and ended when it exits. */
public final class TestServers {
  private TestServers() {}

  /** A running memcached. */
  public static Access memcached() {
    return Access.to(Memcached.ENDPOINT);
  }

  /** A running Redis. */
  public static Access redis() {
    return Access.to(Redis.ENDPOINT);
  }

  /** A running MySQL or MariaDB, whichever is installed, with the account that may do all. */
  public static Access database() {
    return Access.to(Database.SERVER.endpoint()).withCredentials(Database.ACCOUNT);
  }

  private static final class All {
    static final LocalServers SERVERS = LocalServers.open();
  }

  private static final class Memcached {
    static final Endpoint ENDPOINT = start(ServerSpec.memcached(), StoreType.MEMCACHED);
  }

  private static final class Redis {
    static final Endpoint ENDPOINT = start(ServerSpec.redis(), StoreType.REDIS);
  }

  private static final class Database {
    static final Credentials ACCOUNT = Credentials.random("tests");
    static final LocalServer SERVER = startDatabase(All.SERVERS, ACCOUNT);
  }

  /** Starts another database among {@code servers}, with one account. */
  public static LocalServer startDatabase(LocalServers servers, Credentials account) {
    return servers.start(SqlProgram.installed().spec(account), Answers.ofDatabase());
  }

  private static Endpoint start(ServerSpec spec, StoreType store) {
    return All.SERVERS.start(spec, Answers.of(store)).endpoint();
  }
}
