// SPDX-License-Identifier: Apache-2.0
package cachemark.server.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cachemark.Answers;
import cachemark.Isolated;
import cachemark.server.ServerException;
import cachemark.server.ServerSpec;
import cachemark.store.Access;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of server processes, from the start to every kind of end. */
final class LocalServersIT {
  private static final Duration GENEROUS = Duration.ofSeconds(10);

  @Isolated
  @Test
  void bothServersComeAndGoQuickly() {
    LocalServers servers = LocalServers.open();
    Path folder = servers.folder();
    long begin = System.nanoTime();
    LocalServer memcached = servers.start(ServerSpec.memcached(), Answers.of(StoreType.MEMCACHED));
    LocalServer redis = servers.start(ServerSpec.redis(), Answers.of(StoreType.REDIS));
    long up = System.nanoTime();
    assertThat(servers.dead()).isNull();
    servers.close();
    long gone = System.nanoTime();
    System.out.printf(
        "two servers: up in %d ms, gone in %d ms%n",
        (up - begin) / 1_000_000, (gone - up) / 1_000_000);
    assertThat(Duration.ofNanos(gone - begin)).isLessThan(GENEROUS);
    assertThat(memcached.isAlive()).isFalse();
    assertThat(redis.isAlive()).isFalse();
    assertThat(folder).doesNotExist();
  }

  @Test
  void listenOnLoopbackOnlyAndNeverAsRoot() throws Exception {
    try (LocalServers servers = LocalServers.open()) {
      for (LocalServer server :
          List.of(
              servers.start(ServerSpec.memcached(), Answers.of(StoreType.MEMCACHED)),
              servers.start(ServerSpec.redis(), Answers.of(StoreType.REDIS)))) {
        assertThat(canConnect(InetAddress.getLoopbackAddress(), server)).isTrue();
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
          for (InetAddress address : network.inetAddresses().toList()) {
            assertThat(canConnect(address, server))
                .as("%s answers on %s", server.name(), address)
                .isEqualTo(address.getHostAddress().equals(server.endpoint().host()));
          }
        }
        assertThat(uidOf(server.pid().orElseThrow())).isNotZero();
        assertThat(server.user()).isNotEqualTo("root");
      }
    }
  }

  @Test
  void recordTheirSettings() {
    try (LocalServers servers = LocalServers.open()) {
      LocalServer server = servers.start(ServerSpec.memcached(), Answers.of(StoreType.MEMCACHED));
      assertThat(server.commandLine().get(0)).endsWith("/memcached");
      assertThat(server.commandLine()).containsSequence("-m", "268").containsSequence("-t", "4");
      try (StoreAdmin admin =
          StoreAdmins.open(StoreType.MEMCACHED, Access.to(server.endpoint()), Timeouts.DEFAULT)) {
        assertThat(admin.settings()).containsEntry("num_threads", "4").isNotEmpty();
      }
    }
  }

  @Test
  void aMissingProgramIsAnsweredWithHowToInstallIt() {
    ServerSpec missing =
        new ServerSpec("nothing", "nothing-server", List.of("no-such-program-here"), List.of());
    try (LocalServers servers = LocalServers.open()) {
      assertThatThrownBy(() -> servers.start(missing, endpoint -> {}))
          .isInstanceOf(ServerException.class)
          .hasMessage(
              "no-such-program-here is not installed: run ./run-bench.sh, which installs it,"
                  + " or apt-get install nothing-server");
    }
  }

  @Test
  void aServerThatDiesAtOnceIsQuoted() {
    ServerSpec dying =
        new ServerSpec("dying", "x", List.of("sh", "-c", "echo my last words; exit 3"), List.of());
    try (LocalServers servers = LocalServers.open()) {
      assertThatThrownBy(() -> servers.start(dying, LocalServersIT::refuse))
          .isInstanceOf(ServerException.class)
          .hasMessage("dying ended as it started: my last words");
    }
  }

  @Test
  void anotherServersAnswerIsNotTakenForOurs() {
    ServerSpec dying = new ServerSpec("dying", "x", List.of("sh", "-c", "exit 3"), List.of());
    try (LocalServers servers = LocalServers.open()) {
      assertThatThrownBy(() -> servers.start(dying, endpoint -> Thread.sleep(500)))
          .isInstanceOf(ServerException.class)
          .hasMessageStartingWith("dying ended as it started");
    }
  }

  @Test
  void aTakenPortIsFollowedByAnother(@TempDir Path shared) throws IOException {
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path tried = shared.resolve("tried");
    String script =
        "if ! [ -e %1$s ]; then touch %1$s; echo port taken; exit 71; fi; exec memcached -l"
                .formatted(tried)
            + " 127.0.0.1 -U 0 -p {port}";
    ServerSpec second = new ServerSpec("second", "x", List.of("sh", "-c", script), List.of());
    try (LocalServers servers = LocalServers.open()) {
      LocalServer server = servers.start(second, Answers.of(StoreType.MEMCACHED));
      assertThat(tried).exists();
      assertThat(server.isAlive()).isTrue();
    }
  }

  @Test
  void aServerThatDiesLaterIsNoticed() throws Exception {
    try (LocalServers servers = LocalServers.open()) {
      LocalServer server = servers.start(ServerSpec.redis(), Answers.of(StoreType.REDIS));
      ProcessHandle process = ProcessHandle.of(server.pid().orElseThrow()).orElseThrow();
      process.destroyForcibly();
      process.onExit().get();
      assertThat(servers.dead()).isSameAs(server);
    }
  }

  private static void refuse(Access access) throws IOException {
    throw new IOException("nobody answers at " + access.endpoint());
  }

  private static boolean canConnect(InetAddress address, LocalServer server) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, server.endpoint().port()), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int uidOf(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid));
    assumeTrue(Files.exists(status), "not Linux");
    return (Integer) Files.getAttribute(status, "unix:uid");
  }
}
