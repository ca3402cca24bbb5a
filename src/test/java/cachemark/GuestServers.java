// SPDX-License-Identifier: Apache-2.0
package cachemark;

import cachemark.TestCertificates.Kind;
import cachemark.server.ServerSpec;
import cachemark.server.local.LocalServer;
import cachemark.server.local.LocalServers;
import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Endpoint;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreFactory;
import java.net.Socket;
import java.util.List;

/**
 * Servers that stand for somebody else's: with accounts, over TLS, and with data that nobody of
 * ours may touch. Started once for each JVM and ended when it exits.
 */
public final class GuestServers {
  /** The name we live there under. */
  public static final String NAME = "cachemark";

  /** What every key of ours begins with. */
  public static final String PREFIX = NAME + ":";

  /** Before the file of accounts that memcached is to ask for. */
  private static final String LOGIN = "-Y";

  /** What starts them and ends them. */
  static final LocalServers SERVERS;

  static {
    TestCertificates.trust();
    SERVERS = LocalServers.open();
  }

  private GuestServers() {}

  /** A Redis over TLS; our account may use no key but ours, and nothing dangerous. */
  public static Access redis() {
    return redisOwner().withCredentials(GuestAccounts.GUEST).asGuest(NAME);
  }

  /** The same Redis for an account that may not ask for its settings. */
  public static Access reticentRedis() {
    return redisOwner().withCredentials(GuestAccounts.RETICENT).asGuest(NAME);
  }

  /** A memcached that asks for a login. */
  public static Access memcached() {
    return memcachedOwner().withCredentials(GuestAccounts.GUEST).asGuest(NAME);
  }

  /** A memcached that asks for a login, over TLS. */
  public static Access memcachedOverTls() {
    return memcachedOverTlsOwner().withCredentials(GuestAccounts.GUEST).asGuest(NAME);
  }

  /** A memcached that lets everybody in. */
  public static Access openMemcached() {
    return OpenMemcached.OWNER_ACCESS.asGuest(NAME);
  }

  /** A database over TLS; our account must use it, and has rights on our schema alone. */
  public static Access database() {
    return databaseOwner().withCredentials(GuestAccounts.GUEST).withTls().asGuest(NAME);
  }

  /** The same Redis as its owner sees it. */
  public static Access redisOwner() {
    return Redis.OWNER_ACCESS;
  }

  /** The same memcached as its owner sees it. */
  public static Access memcachedOwner() {
    return Memcached.OWNER_ACCESS;
  }

  /** The memcached over TLS as its owner sees it. */
  public static Access memcachedOverTlsOwner() {
    return TlsMemcached.OWNER_ACCESS;
  }

  /** The same database as its owner sees it. */
  public static Access databaseOwner() {
    return Database.OWNER_ACCESS;
  }

  /** The memcached that lets everybody in as its owner sees it. */
  public static Access openMemcachedOwner() {
    return OpenMemcached.OWNER_ACCESS;
  }

  /** A way to a server for its owner. */
  public static StoreFactory wire(StoreType type, Access access) {
    return StoreFactory.of(type, ClientType.WIRE, Connections.KEPT, access, Timeouts.DEFAULT);
  }

  /** A Redis over TLS that shows such a certificate. */
  public static Access redisShowing(Kind kind) {
    ServerSpec plain = ServerSpec.redis();
    List<String> command =
        plain.command().stream().map(word -> word.equals("--port") ? "--tls-port" : word).toList();
    ServerSpec secure =
        new ServerSpec("redis-" + kind, plain.debianPackage(), command, List.of())
            .with(
                "--port",
                "0",
                "--tls-cert-file",
                kind.certificate().toString(),
                "--tls-key-file",
                kind.key().toString(),
                "--tls-ca-cert-file",
                kind.certificate().toString(),
                "--tls-auth-clients",
                "no")
            .with(GuestAccounts.ofRedis());
    return start(secure, StoreType.REDIS, kind == Kind.GOOD).withTls();
  }

  /** A Redis of one password and no users. */
  public static final class RequirePass implements AutoCloseable {
    private final LocalServer server;

    /** Starts one. */
    public RequirePass(String password) {
      server =
          SERVERS.start(
              ServerSpec.redis().with("--requirepass", password),
              access -> new Socket(access.endpoint().host(), access.endpoint().port()).close());
    }

    /** How it is reached, but for the password. */
    public Access access() {
      return Access.to(server.endpoint());
    }

    @Override
    public void close() {
      SERVERS.stop(server);
    }
  }

  private static final class Redis {
    static final Access OWNER_ACCESS = ForeignData.fill(StoreType.REDIS, redisShowing(Kind.GOOD));
  }

  private static final class Memcached {
    static final Access OWNER_ACCESS =
        ForeignData.fill(
            StoreType.MEMCACHED,
            start(ServerSpec.memcached().with(login()), StoreType.MEMCACHED, false));
  }

  private static final class OpenMemcached {
    static final Access OWNER_ACCESS =
        ForeignData.fill(
            StoreType.MEMCACHED, start(ServerSpec.memcached(), StoreType.MEMCACHED, false));
  }

  private static final class TlsMemcached {
    static final Access OWNER_ACCESS =
        ForeignData.fill(
            StoreType.MEMCACHED,
            start(
                    ServerSpec.memcached().with(login()).with("-Z", "-o", files(Kind.GOOD)),
                    StoreType.MEMCACHED,
                    true)
                .withTls());

    private static String files(Kind kind) {
      return "ssl_chain_cert=" + kind.certificate() + ",ssl_key=" + kind.key();
    }
  }

  private static final class Database {
    static final Access OWNER_ACCESS = GuestDatabase.start(Kind.GOOD);
  }

  /** Starts a server whose owner has an account where anybody needs one. */
  private static Access start(ServerSpec spec, StoreType type, boolean secure) {
    boolean accounts = spec.command().contains(LOGIN);
    LocalServer server =
        SERVERS.start(
            spec,
            open -> {
              Endpoint endpoint = open.endpoint();
              if (spec.command().contains("--tls-port") && !secure) {
                new Socket(endpoint.host(), endpoint.port()).close();
                return;
              }
              Access access = owned(endpoint, accounts);
              Answers.of(type).probe(secure ? access.withTls() : access);
            });
    return owned(server.endpoint(), accounts);
  }

  private static String[] login() {
    return new String[] {LOGIN, GuestAccounts.ofMemcached(SERVERS.folder()).toString()};
  }

  private static Access owned(Endpoint endpoint, boolean accounts) {
    Access access = Access.to(named(endpoint));
    return accounts ? access.withCredentials(GuestAccounts.OWNER) : access;
  }

  /** Certificates are for names rather than for addresses. */
  static Endpoint named(Endpoint endpoint) {
    return new Endpoint("localhost", endpoint.port());
  }
}
