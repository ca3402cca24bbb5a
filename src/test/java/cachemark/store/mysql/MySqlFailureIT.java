// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cachemark.TestServers;
import cachemark.server.local.LocalServer;
import cachemark.server.local.LocalServers;
import cachemark.store.Access;
import cachemark.store.Connections;
import cachemark.store.Credentials;
import cachemark.store.DriverType;
import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.RowStore;
import cachemark.store.RowStoreAdmin;
import cachemark.store.StoreException;
import cachemark.store.TableShape;
import cachemark.store.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How failures of the network and of the database reach the user of a table. */
@Timeout(60)
final class MySqlFailureIT {
  private static final Credentials ACCOUNT = Credentials.random("tests");
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofMillis(500), Duration.ofMillis(500));

  /** As many as the pool has. */
  private static final int MOST_LOST = 10;

  /** Every way through every driver. */
  static Stream<Arguments> ways() {
    return Arrays.stream(DriverType.values())
        .flatMap(driver -> Arrays.stream(Connections.values()).map(way -> arguments(driver, way)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aWrongPasswordIsARefusalThatSaysSoAndHidesIt(DriverType driver, Connections way) {
    Credentials wrong =
        new Credentials(TestServers.database().credentials().user(), "not-the-password");
    try (MySqlStores stores =
            new MySqlStores(driver, way, TestServers.database().withCredentials(wrong), SHORT);
        RowStore rows = stores.open()) {
      StoreException failure = failureOf(rows::connect);
      assertThat(failure.failure()).isEqualTo(FailureCause.SERVER_ERROR);
      assertThat(failure)
          .hasMessageContaining("the login was refused")
          .hasMessageNotContaining("not-the-password");
      assertThat(failure.getMessage().lines()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whereNobodyListensEveryOperationIsRefused(DriverType driver, Connections way)
      throws IOException {
    try (MySqlStores stores = new MySqlStores(driver, way, as(nobody()), SHORT);
        RowStore rows = stores.open()) {
      assertThat(failureOf(() -> rows.select("key")).failure()).isEqualTo(FailureCause.REFUSED);
      assertThat(failureOf(() -> rows.select("key")).failure()).isEqualTo(FailureCause.REFUSED);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aServerThatNeverGreetsIsGivenUp(DriverType driver, Connections way) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        MySqlStores stores =
            new MySqlStores(
                driver, way, as(new Endpoint("127.0.0.1", silent.getLocalPort())), SHORT);
        RowStore rows = stores.open()) {
      assertThat(failureOf(rows::connect).failure()).isEqualTo(FailureCause.CONNECT_TIMEOUT);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aServerThatIsKilledFailsOperationsByTheConnection(DriverType driver, Connections way)
      throws Exception {
    try (LocalServers servers = LocalServers.open()) {
      LocalServer server = TestServers.startDatabase(servers, ACCOUNT);
      try (RowStoreAdmin admin = new MySqlAdmin(as(server.endpoint()), SHORT);
          MySqlStores stores = new MySqlStores(driver, way, as(server.endpoint()), SHORT);
          RowStore rows = stores.open()) {
        admin.create(TableShape.REPORT);
        rows.insert("key", "value".getBytes(US_ASCII));
        kill(server);
        assertThat(failureOf(() -> rows.select("key")).failure().isConnection()).isTrue();
        assertThat(failureOf(() -> rows.select("key")).failure()).isEqualTo(FailureCause.REFUSED);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatStandsStillIsGivenUpAndUsedAgain(DriverType driver) throws Exception {
    try (LocalServers servers = LocalServers.open()) {
      LocalServer server = TestServers.startDatabase(servers, ACCOUNT);
      try (RowStoreAdmin admin = new MySqlAdmin(as(server.endpoint()), Timeouts.DEFAULT);
          MySqlStores stores =
              new MySqlStores(driver, Connections.KEPT, as(server.endpoint()), SHORT);
          RowStore rows = stores.open()) {
        admin.create(TableShape.REPORT);
        rows.insert("key", "value".getBytes(US_ASCII));
        signal("STOP", server);
        assertThat(failureOf(() -> rows.select("key")).failure())
            .isEqualTo(FailureCause.ANSWER_TIMEOUT);
        assertThat(failureOf(() -> rows.select("key")).failure())
            .isEqualTo(FailureCause.CONNECT_TIMEOUT);
        signal("CONT", server);
        assertThat(rows.select("key")).isEqualTo("value".getBytes(US_ASCII));
      }
    }
  }

  private static Access as(Endpoint endpoint) {
    return Access.to(endpoint).withCredentials(ACCOUNT);
  }

  private static void signal(String name, LocalServer server) throws Exception {
    String kill = "kill -" + name + " " + server.pid().orElseThrow();
    assertThat(new ProcessBuilder("bash", "-c", kill).start().waitFor()).isZero();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aConnectionThatTheServerEndsIsMadeAgain(DriverType driver, Connections way)
      throws Exception {
    try (MySqlStores stores = new MySqlStores(driver, way, TestServers.database(), SHORT);
        RowStore rows = stores.open()) {
      administer(admin -> admin.create(TableShape.REPORT));
      rows.insert("key", "value".getBytes(US_ASCII));
      killOtherConnections();
      awaitAnswer(rows);
      administer(RowStoreAdmin::drop);
    }
  }

  /** Each connection of a pool is found lost by itself. */
  private static void awaitAnswer(RowStore rows) {
    for (int lost = 0; ; lost++) {
      try {
        assertThat(rows.select("key")).isEqualTo("value".getBytes(US_ASCII));
        return;
      } catch (StoreException e) {
        assertThat(e.failure()).isEqualTo(FailureCause.LOST);
        assertThat(lost).isLessThan(MOST_LOST);
      }
    }
  }

  private static void administer(Consumer<RowStoreAdmin> action) {
    try (RowStoreAdmin admin = new MySqlAdmin(TestServers.database(), Timeouts.DEFAULT)) {
      action.accept(admin);
    }
  }

  private static void killOtherConnections() {
    Login login = new Login(DriverType.CONNECTOR_J, TestServers.database(), Timeouts.DEFAULT);
    try (AdminSession session = new AdminSession(login)) {
      String own = session.text("SELECT CONNECTION_ID()");
      session.pairs("SELECT id, user FROM information_schema.processlist").entrySet().stream()
          .filter(process -> process.getValue().equals(TestServers.database().credentials().user()))
          .filter(process -> !process.getKey().equals(own))
          .forEach(process -> session.execute("KILL " + process.getKey()));
    }
  }

  private static void kill(LocalServer server) throws InterruptedException {
    ProcessHandle process = ProcessHandle.of(server.pid().orElseThrow()).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  private static StoreException failureOf(Runnable operation) {
    StoreException failure = catchThrowableOfType(StoreException.class, operation::run);
    assertThat(failure).isNotNull();
    return failure;
  }

  /** A port that was free a moment ago. */
  private static Endpoint nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Endpoint("127.0.0.1", socket.getLocalPort());
    }
  }
}
