// SPDX-License-Identifier: Apache-2.0
package cachemark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.TestCertificates.Kind;
import cachemark.server.Preparation;
import cachemark.server.ServerSpec;
import cachemark.server.SqlProgram;
import cachemark.server.local.LocalServer;
import cachemark.server.local.LocalServers;
import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import cachemark.store.Entry;
import cachemark.store.RowStoreAdmin;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import cachemark.store.registry.StoreAdmins;
import cachemark.store.registry.StoreFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Servers that stand for somebody else's: with accounts, over TLS, and with data that nobody of
 * ours may touch. Started once for each JVM and ended when it exits.
 */
public final class GuestServers {
  /** The name we live there under. */
  public static final String NAME = "cachemark";

  /** What every key of ours begins with. */
  public static final String PREFIX = NAME + ":";

  private static final Credentials GUEST = new Credentials("guest", "guest-secret");
  private static final Credentials OWNER = new Credentials("owner", "owner-secret");
  private static final Credentials RETICENT = new Credentials("reticent", "reticent-secret");
  private static final int FOREIGN = 3_000;
  private static final LocalServers SERVERS;

  static {
    TestCertificates.trust();
    SERVERS = LocalServers.open();
  }

  private GuestServers() {}

  /** A Redis over TLS; our account may use no key but ours, and nothing dangerous. */
  public static Access redis() {
    return redisOwner().withCredentials(GUEST).asGuest(NAME);
  }

  /** The same Redis for an account that may not ask for its settings. */
  public static Access reticentRedis() {
    return redisOwner().withCredentials(RETICENT).asGuest(NAME);
  }

  /** A memcached that asks for a login. */
  public static Access memcached() {
    return memcachedOwner().withCredentials(GUEST).asGuest(NAME);
  }

  /** A memcached that asks for a login, over TLS. */
  public static Access memcachedOverTls() {
    return memcachedOverTlsOwner().withCredentials(GUEST).asGuest(NAME);
  }

  /** A memcached that lets everybody in. */
  public static Access openMemcached() {
    return OpenMemcached.OWNER_ACCESS.asGuest(NAME);
  }

  /** A database over TLS; our account must use it, and has rights on our schema alone. */
  public static Access database() {
    return databaseOwner().withCredentials(GUEST).withTls().asGuest(NAME);
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

  /** Puts every store back to what it held before us, whatever other tests have left there. */
  public static void restore() {
    restore(StoreType.REDIS, redisOwner());
    restore(StoreType.MEMCACHED, memcachedOwner());
    restore(StoreType.MEMCACHED, openMemcachedOwner());
  }

  private static void restore(StoreType type, Access owner) {
    try (StoreAdmin admin = StoreAdmins.open(type, owner, Timeouts.DEFAULT)) {
      admin.flush();
      admin.load(foreign().iterator());
    }
  }

  /** Fails unless a server holds what it held before us, and nothing else. */
  public static void requireOnlyForeign(StoreType type, Access owner) {
    requireForeign(type, owner);
    try (StoreAdmin admin = StoreAdmins.open(type, owner, Timeouts.DEFAULT)) {
      assertThat(admin.count())
          .as("keys of %s at %s", type.label(), owner.endpoint())
          .isEqualTo(FOREIGN);
    }
  }

  /** Fails unless a server holds what it held before us. */
  public static void requireForeign(StoreType type, Access owner) {
    try (StoreFactory factory = wire(type, owner)) {
      Map<String, byte[]> found = factory.open().getAll(foreign().map(Entry::key).toList());
      assertThat(foreign())
          .allSatisfy(entry -> assertThat(found.get(entry.key())).isEqualTo(entry.value()));
    }
  }

  /** A way to a server for its owner. */
  public static StoreFactory wire(StoreType type, Access access) {
    return StoreFactory.of(type, ClientType.WIRE, Connections.KEPT, access, Timeouts.DEFAULT);
  }

  /** A Redis over TLS that shows such a certificate. */
  public static Access redisShowing(Kind kind) {
    return start("redis-" + kind, redisCommand(kind), StoreType.REDIS, kind == Kind.GOOD).withTls();
  }

  /** A Redis of one password and no users. */
  public static final class RequirePass implements AutoCloseable {
    private final LocalServer server;

    /** Starts one. */
    public RequirePass(String password) {
      List<String> command = with(ServerSpec.redis().command(), "--requirepass", password);
      server =
          SERVERS.start(
              new ServerSpec("redis-pass", "", command, List.of()),
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
    static final Access OWNER_ACCESS = filled(StoreType.REDIS, redisShowing(Kind.GOOD));
  }

  private static final class Memcached {
    static final Access OWNER_ACCESS =
        filled(
            StoreType.MEMCACHED,
            start(
                "memcached-login",
                with(ServerSpec.memcached().command(), "-Y", accounts().toString()),
                StoreType.MEMCACHED,
                false));
  }

  private static final class OpenMemcached {
    static final Access OWNER_ACCESS =
        filled(
            StoreType.MEMCACHED,
            start("memcached-open", ServerSpec.memcached().command(), StoreType.MEMCACHED, false));
  }

  private static final class TlsMemcached {
    static final Access OWNER_ACCESS =
        filled(
            StoreType.MEMCACHED,
            start(
                    "memcached-tls",
                    with(
                        ServerSpec.memcached().command(),
                        "-Y",
                        accounts().toString(),
                        "-Z",
                        "-o",
                        "ssl_chain_cert="
                            + Kind.GOOD.certificate()
                            + ",ssl_key="
                            + Kind.GOOD.key()),
                    StoreType.MEMCACHED,
                    true)
                .withTls());
  }

  private static final class Database {
    static final Access OWNER_ACCESS = startDatabase(Kind.GOOD);
  }

  /** A database that shows such a certificate; our account on it must use TLS. */
  public static Access startDatabase(Kind kind) {
    ServerSpec spec = SqlProgram.installed().spec(OWNER);
    ServerSpec secure =
        new ServerSpec(
            "mysql-" + kind,
            spec.debianPackage(),
            with(
                spec.command(),
                "--ssl-cert=" + kind.certificate(),
                "--ssl-key=" + kind.key(),
                "--ssl-ca=" + kind.certificate()),
            spec.resources(),
            withGuest(spec.preparation()));
    LocalServer server =
        SERVERS.start(
            secure,
            access -> {
              try (RowStoreAdmin admin = Databases.admin(access, Timeouts.DEFAULT)) {
                admin.version();
              }
            });
    Access owner = Access.to(named(server.endpoint())).withCredentials(OWNER);
    Sql.execute(
        owner,
        "CREATE DATABASE foreign_data",
        "CREATE TABLE foreign_data.mytable (num INT PRIMARY KEY, val VARCHAR(20))",
        "INSERT INTO foreign_data.mytable VALUES (1, 'one'), (2, 'two')");
    return owner;
  }

  /** Only what makes the accounts may make one that has rights. */
  private static Preparation withGuest(Preparation own) {
    String account = "'" + GUEST.user() + "'@'127.0.0.1'";
    String accounts =
        String.join(
            "\n",
            "CREATE USER " + account + " IDENTIFIED BY '" + GUEST.password() + "' REQUIRE SSL;",
            "GRANT ALL ON " + NAME + ".* TO " + account + ";",
            "");
    return new Preparation(
        own.command(), own.script() + accounts, own.needsMegabytes(), own.credentials());
  }

  private static List<String> redisCommand(Kind kind) {
    List<String> command =
        ServerSpec.redis().command().stream()
            .map(word -> word.equals("--port") ? "--tls-port" : word)
            .toList();
    return with(
        command,
        "--port",
        "0",
        "--tls-cert-file",
        kind.certificate().toString(),
        "--tls-key-file",
        kind.key().toString(),
        "--tls-ca-cert-file",
        kind.certificate().toString(),
        "--tls-auth-clients",
        "no",
        "--user",
        GUEST.user(),
        "on",
        ">" + GUEST.password(),
        "~" + PREFIX + "*",
        "+@all",
        "-@dangerous",
        "+info",
        "+config|get",
        "--user",
        RETICENT.user(),
        "on",
        ">" + RETICENT.password(),
        "~" + PREFIX + "*",
        "+@all",
        "-@dangerous",
        "+info");
  }

  /** Starts a server whose owner is {@link #OWNER} where it has accounts. */
  private static Access start(String name, List<String> command, StoreType type, boolean secure) {
    boolean accounts = command.contains("-Y");
    LocalServer server =
        SERVERS.start(
            new ServerSpec(name, "", command, List.of()),
            open -> {
              Endpoint endpoint = open.endpoint();
              Access access = owned(endpoint, accounts);
              if (command.contains("--tls-port") && !secure) {
                new Socket(endpoint.host(), endpoint.port()).close();
                return;
              }
              try (StoreAdmin admin =
                  StoreAdmins.open(type, secure ? access.withTls() : access, Timeouts.DEFAULT)) {
                admin.version();
              }
            });
    return owned(server.endpoint(), accounts);
  }

  private static Access owned(Endpoint endpoint, boolean accounts) {
    Access access = Access.to(named(endpoint));
    return accounts ? access.withCredentials(OWNER) : access;
  }

  /** Certificates are for names rather than for addresses. */
  private static Endpoint named(Endpoint endpoint) {
    return new Endpoint("localhost", endpoint.port());
  }

  private static Access filled(StoreType type, Access owner) {
    try (StoreAdmin admin = StoreAdmins.open(type, owner, Timeouts.DEFAULT)) {
      admin.load(foreign().iterator());
    }
    return owner;
  }

  /** Among them those that come near to ours. */
  private static Stream<Entry> foreign() {
    Stream<String> near =
        Stream.of(NAME, NAME + "x:1", "x" + PREFIX + "1", NAME + "%3A1", "CACHEMARK:1", "cache*");
    Stream<String> many = IntStream.range(0, FOREIGN - 6).mapToObj(i -> "theirs:" + i);
    return Stream.concat(near, many).map(key -> new Entry(key, key.getBytes(UTF_8)));
  }

  private static Path accounts() {
    try {
      Path file = Files.createTempFile(SERVERS.folder(), "accounts", ".txt");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      return Files.writeString(
          file,
          GUEST.user()
              + ":"
              + GUEST.password()
              + "\n"
              + OWNER.user()
              + ":"
              + OWNER.password()
              + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> with(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toList();
  }
}
