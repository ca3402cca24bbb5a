// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.GuestServers;
import cachemark.TestCertificates.Kind;
import cachemark.TestServers;
import cachemark.cli.SuiteProcess.Ended;
import cachemark.server.ServerKind;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of servers that are there already and cannot be used as they were named. */
final class RunExternalFaultsIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(10);
  private static final String KEYS =
      "{id: E1r, variant: today, mode: throughput, benchmarks: [SingleThreadBenchmark.get],"
          + " threads: [1], axes: {store: [STORE], client: [WIRE], connections: [KEPT]},"
          + " timing: {warmupMillis: 50, iterations: 1, iterationMillis: 100}}";
  private static final String TABLE =
      "{id: E4, variant: today, mode: throughput, benchmarks: [DatabaseReadBenchmark.read],"
          + " threads: [1], axes: {cache: [NONE], client: [WIRE], connections: [KEPT]},"
          + " timing: {warmupMillis: 50, iterations: 1, iterationMillis: 100}}";

  @TempDir private Path folder;
  private ExternalSuite external;

  @BeforeEach
  void prepare() throws Exception {
    external = new ExternalSuite(folder);
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    external.suite().awaitNothingLeft(Duration.ofSeconds(3));
  }

  @Test
  void aWrongPassword() throws Exception {
    Credentials wrong = new Credentials("guest", "wrong-secret");
    refused(ServerKind.REDIS, GuestServers.redis().withCredentials(wrong), "the login was refused");
    refused(ServerKind.MEMCACHED, GuestServers.memcached().withCredentials(wrong), "login");
    refused(
        ServerKind.MYSQL, GuestServers.database().withCredentials(wrong), "Access denied for user");
  }

  @Test
  void anAccountThatMustUseTlsWithoutIt() throws Exception {
    Access open = Access.to(GuestServers.database().endpoint());
    refused(
        ServerKind.MYSQL,
        open.withCredentials(GuestServers.database().credentials()),
        "Access denied for user");
  }

  @Test
  void aPortWhereNobodyListens() throws Exception {
    Access nobody = Access.to(new Endpoint("localhost", freePort()));
    refused(ServerKind.REDIS, nobody, "cannot connect (Connection refused)");
    refused(ServerKind.MEMCACHED, nobody.withTls(), "cannot connect (Connection refused)");
    refused(
        ServerKind.MYSQL,
        nobody.withCredentials(new Credentials("me", "my-secret")),
        "cannot connect (Connection refused)");
  }

  @Test
  void aHostThatNobodyKnows() throws Exception {
    Access nowhere = Access.to(new Endpoint("no-such-host.invalid", 1));
    refused(ServerKind.REDIS, nowhere, "no-such-host.invalid");
    refused(
        ServerKind.MYSQL,
        nowhere.withCredentials(new Credentials("me", "my-secret")),
        "no-such-host.invalid");
  }

  @Test
  void aCertificateThatIsNotTrustedOrForAnotherHost() throws Exception {
    refused(ServerKind.REDIS, GuestServers.redisShowing(Kind.STRANGER), "certificate");
    refused(ServerKind.REDIS, GuestServers.redisShowing(Kind.ELSEWHERE), "certificate");
    external.suite().withJvm();
    refused(ServerKind.REDIS, GuestServers.redis(), "certificate");
    refused(ServerKind.MYSQL, GuestServers.database(), "certificate");
  }

  @Test
  void tlsWhereThereIsNoneAndNoneWhereThereIs() throws Exception {
    refused(ServerKind.REDIS, TestServers.redis().withTls(), "TLS");
    refused(ServerKind.REDIS, Access.to(GuestServers.redis().endpoint()), "");
  }

  private void refused(ServerKind kind, Access access, String part) throws Exception {
    String experiment = kind == ServerKind.MYSQL ? TABLE : KEYS.replace("STORE", kind.name());
    String plan = external.plan("plan", 1, experiment);
    long startNanos = System.nanoTime();
    Ended ended =
        external
            .suite()
            .run(external.line(Map.of(kind, access), "run", "--plan", plan, "--id", "r"));
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    assertThat(ended.err())
        .startsWith("error: " + kind.id() + " cannot be used: " + access.endpoint() + ": ")
        .contains(part)
        .doesNotContain("-secret", "\tat ")
        .hasLineCount(1);
    assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(ended.out()).isEmpty();
    assertThat(external.suite().results("r").path()).doesNotExist();
    assertThat(took).isLessThan(AT_ONCE);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
