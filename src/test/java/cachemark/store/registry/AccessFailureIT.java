// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cachemark.ForeignData;
import cachemark.GuestDatabase;
import cachemark.GuestServers;
import cachemark.TestCertificates.Kind;
import cachemark.TestServers;
import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Credentials;
import cachemark.store.DriverType;
import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.KeyValueStore;
import cachemark.store.RowStore;
import cachemark.store.RowStores;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreException;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.wire.FakeServer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a server that does not let us in, or that cannot be trusted, reaches the user. */
final class AccessFailureIT {
  private static final String SECRET = "not-the-password";
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofMillis(1_500), Duration.ofMillis(1_800));
  private static final Duration MOST = Duration.ofMillis(4_500);
  private static final Map<Kind, Access> REDIS = new EnumMap<>(Kind.class);
  private static final Map<Kind, Access> DATABASE = new EnumMap<>(Kind.class);

  private static final Set<Client> OF_REDIS =
      EnumSet.of(
          Client.WIRE_REDIS, Client.LETTUCE, Client.JEDIS, Client.JEDIS_POOL, Client.REDIS_ADMIN);

  /** Everything that can be let in. */
  private enum Client {
    WIRE_REDIS,
    LETTUCE,
    JEDIS,
    JEDIS_POOL,
    REDIS_ADMIN,
    WIRE_MEMCACHED,
    WIRE_META,
    MEMCACHED_ADMIN,
    MYSQL,
    MYSQL_POOL,
    MARIADB,
    MARIADB_POOL;

    boolean isOf(StoreType type) {
      return type == StoreType.MEMCACHED
          ? Set.of(WIRE_MEMCACHED, WIRE_META, MEMCACHED_ADMIN).contains(this)
          : Set.of(WIRE_REDIS, LETTUCE, JEDIS, JEDIS_POOL, REDIS_ADMIN).contains(this);
    }

    Access good() {
      if (isOf(StoreType.REDIS)) {
        return GuestServers.redis();
      }
      return isOf(StoreType.MEMCACHED) ? GuestServers.memcached() : GuestServers.database();
    }

    /** Where nobody speaks TLS. */
    Access plain() {
      if (isOf(StoreType.REDIS)) {
        return TestServers.redis();
      }
      return isOf(StoreType.MEMCACHED) ? TestServers.memcached() : TestServers.database();
    }

    void use(Access access) {
      switch (this) {
        case WIRE_REDIS -> get(StoreType.REDIS, ClientType.WIRE, Connections.KEPT, access);
        case LETTUCE -> get(StoreType.REDIS, ClientType.LETTUCE, Connections.KEPT, access);
        case JEDIS -> get(StoreType.REDIS, ClientType.JEDIS, Connections.KEPT, access);
        case JEDIS_POOL -> get(StoreType.REDIS, ClientType.JEDIS, Connections.SHARED, access);
        case WIRE_MEMCACHED -> get(StoreType.MEMCACHED, ClientType.WIRE, Connections.KEPT, access);
        case WIRE_META -> get(StoreType.MEMCACHED, ClientType.WIRE_META, Connections.KEPT, access);
        case REDIS_ADMIN -> count(StoreType.REDIS, access);
        case MEMCACHED_ADMIN -> count(StoreType.MEMCACHED, access);
        case MYSQL -> connect(DriverType.CONNECTOR_J, Connections.KEPT, access);
        case MYSQL_POOL -> connect(DriverType.CONNECTOR_J, Connections.SHARED, access);
        case MARIADB -> connect(DriverType.MARIADB_CONNECTOR, Connections.KEPT, access);
        case MARIADB_POOL -> connect(DriverType.MARIADB_CONNECTOR, Connections.SHARED, access);
      }
    }

    private static void get(StoreType type, ClientType client, Connections way, Access access) {
      try (StoreFactory factory = StoreFactory.of(type, client, way, access, SHORT)) {
        KeyValueStore store = factory.open();
        store.get(GuestServers.PREFIX + "key");
      }
    }

    private static void count(StoreType type, Access access) {
      try (StoreAdmin admin = StoreAdmins.open(type, access, SHORT)) {
        admin.count();
      }
    }

    private static void connect(DriverType driver, Connections way, Access access) {
      try (RowStores stores = Databases.rows(driver, way, access, SHORT);
          RowStore rows = stores.open()) {
        rows.connect();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongPasswordIsARefusedLogin(Client client) {
    Access good = client.good();
    Credentials wrong = new Credentials(good.credentials().user(), SECRET);
    StoreException failure = failure(client, good.withCredentials(wrong));
    assertThat(failure).hasMessageContaining("the login was refused (");
    assertThat(failure.failure()).isEqualTo(FailureCause.SERVER_ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "STRANGER, certificate is signed by nobody in javax.net.ssl.trustStore",
    "EXPIRED, certificate has expired",
    "ELSEWHERE, certificate is for another host",
  })
  void aCertificateThatIsNotGoodIsNamed(Kind kind, String words) {
    Access redis = REDIS.computeIfAbsent(kind, GuestServers::redisShowing);
    Access database = DATABASE.computeIfAbsent(kind, GuestDatabase::start);
    for (Client client : Client.values()) {
      if (!client.isOf(StoreType.MEMCACHED)) {
        Access access = client.isOf(StoreType.REDIS) ? redis : database.withTls();
        StoreException failure = failure(client, access);
        assertThat(failure).as(client.name()).hasMessageContaining(words);
        assertThat(failure.failure()).isEqualTo(FailureCause.PROTOCOL);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPortWithoutTlsIsNamed(Client client) {
    Access plain = client.plain();
    Access access = new Access(plain.endpoint(), plain.credentials(), true, null);
    assertThat(failure(client, access)).hasMessageContaining("TLS");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_ANY,
      names = {".*REDIS.*", "LETTUCE", "JEDIS.*", ".*MEMCACHED.*", "WIRE_META"})
  void aPortThatSpeaksTlsOnlyFailsWhoDoesNot(Client client) {
    Access good = client.isOf(StoreType.REDIS) ? client.good() : GuestServers.memcachedOverTls();
    failure(client, new Access(good.endpoint(), good.credentials(), false, null));
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MYSQL_POOL", "MARIADB", "MARIADB_POOL"})
  void anAccountThatMustUseTlsIsRefusedWithoutIt(Client client) {
    Access good = client.good();
    assertThat(failure(client, new Access(good.endpoint(), good.credentials(), false, null)))
        .hasMessageContaining("the login was refused (");
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatNeverAnswersIsGivenUp(Client client) throws Exception {
    try (FakeServer silent = FakeServer.that(connection -> {})) {
      Access good = client.good();
      failure(client, new Access(silent.endpoint(), good.credentials(), true, null));
      failure(client, new Access(silent.endpoint(), good.credentials(), false, null));
    }
  }

  @Test
  void aServerThatWantsALoginSaysSo() {
    Access memcached = Access.to(GuestServers.memcached().endpoint());
    for (Client client :
        new Client[] {Client.WIRE_MEMCACHED, Client.WIRE_META, Client.MEMCACHED_ADMIN}) {
      assertThat(failure(client, memcached)).hasMessageContaining("unauthenticated");
    }
    try (var secured = new GuestServers.RequirePass("it is needed")) {
      for (Client client : OF_REDIS) {
        assertThat(failure(client, secured.access())).hasMessageContaining("NOAUTH");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIBRARY", "XMEMCACHED", "SPYMEMCACHED"})
  void aLibraryOfMemcachedIsRefusedWhereItCannotLogIn(ClientType client) {
    for (Access access :
        new Access[] {GuestServers.memcached(), TestServers.memcached().withTls()}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> StoreFactory.of(StoreType.MEMCACHED, client, Connections.SHARED, access, SHORT))
          .withMessage(
              "client "
                  + client
                  + " of MEMCACHED can neither log in nor speak TLS, as "
                  + access.endpoint()
                  + " asks for; choose client=WIRE");
    }
  }

  @Test
  void aPasswordWithoutAUserIsThatOfTheDefaultUser() {
    // What a server with requirepass says to anything else than AUTH PASSWORD, it says here too.
    Access open = GuestServers.redisOwner();
    for (Client client : OF_REDIS) {
      assertThat(failure(client, open.withCredentials(new Credentials("default", SECRET))))
          .hasMessageContaining("without any password configured");
    }
    try (var secured = new GuestServers.RequirePass("it is needed")) {
      Credentials account = new Credentials("default", "it is needed");
      for (Client client : OF_REDIS) {
        client.use(secured.access().withCredentials(account));
        failure(client, secured.access().withCredentials(new Credentials("default", SECRET)));
      }
    }
  }

  @Test
  void aServerWithoutAccountsKeepsNoTraceOfTheLogin() {
    Access open = GuestServers.openMemcached();
    Client.WIRE_MEMCACHED.use(open.withCredentials(new Credentials("me", SECRET)));
    try (StoreFactory factory = GuestServers.wire(StoreType.MEMCACHED, open)) {
      assertThat(factory.open().get(open.key("login"))).isNull();
    }
    ForeignData.require(StoreType.MEMCACHED, GuestServers.openMemcachedOwner());
  }

  private static StoreException failure(Client client, Access access) {
    long startNanos = System.nanoTime();
    StoreException failure = catchThrowableOfType(StoreException.class, () -> client.use(access));
    assertThat(failure).as("%s %s", client, access).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).as(client.name()).isLessThan(MOST);
    assertThat(failure.getMessage().lines()).hasSize(1);
    for (Throwable told = failure; told != null; told = told.getCause()) {
      assertThat(String.valueOf(told.getMessage())).doesNotContain(SECRET, "-secret");
    }
    Endpoint endpoint = access.endpoint();
    assertThat(failure).hasMessageStartingWith(endpoint + ": ");
    return failure;
  }
}
