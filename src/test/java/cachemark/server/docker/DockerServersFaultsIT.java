// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.Answers;
import cachemark.Until;
import cachemark.server.RunningServer;
import cachemark.server.ServerException;
import cachemark.server.ServerKind;
import cachemark.server.ServerRequest;
import cachemark.server.Startup;
import cachemark.store.Entry;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of servers in containers that do not start, or end by themselves. */
final class DockerServersFaultsIT {
  private static final Duration GENEROUS = Duration.ofSeconds(10);

  private static DockerEngine engine;

  @TempDir private Path folder;
  private RunContainers containers;

  @BeforeAll
  static void find() {
    engine = Containers.engine();
  }

  @BeforeEach
  void look() {
    containers = RunContainers.ofThisProcess(engine);
  }

  @Test
  void aKilledServerIsToldOf() throws Exception {
    try (DockerServers servers = open(Images.OFFICIAL)) {
      RunningServer server = servers.start(new ServerRequest.Redis(), Answers.of(StoreType.REDIS));
      ProcessHandle process = ProcessHandle.of(server.pid().orElseThrow()).orElseThrow();
      process.destroyForcibly();
      process.onExit().get(5, TimeUnit.SECONDS);
      assertThat(servers.dead()).isSameAs(server);
      Until.holds("last words", GENEROUS, () -> !server.lastWords().isEmpty());
      assertThat(server.lastWords()).contains("it was killed (SIGKILL)");
    }
  }

  @Test
  void aServerWithoutMemoryIsToldOf() throws Exception {
    try (DockerServers servers = open(Images.OFFICIAL)) {
      RunningServer server =
          servers.start(new ServerRequest.Memcached(64), Answers.of(StoreType.MEMCACHED));
      containers.limitMemory(16);
      try (StoreAdmin admin =
          StoreAdmins.open(StoreType.MEMCACHED, server.access(), Timeouts.DEFAULT)) {
        byte[] value = new byte[100_000];
        admin.load(
            IntStream.range(0, 500)
                .mapToObj(number -> new Entry("key" + number, value))
                .iterator());
      } catch (RuntimeException e) {
        assertThat(e).hasMessageContaining("lost"); // it dies while it is loaded
      }
      Until.holds(
          "dead, with last words",
          GENEROUS,
          () -> !server.isAlive() && !server.lastWords().isEmpty());
      assertThat(server.lastWords()).contains("out of memory");
    }
  }

  @Test
  void aServerThatRefusesToStartIsQuoted() throws Exception {
    try (DockerServers servers = open(Images.OFFICIAL)) {
      assertThatExceptionOfType(ServerException.class)
          .isThrownBy(
              () -> servers.start(new ServerRequest.Memcached(3), Answers.of(StoreType.MEMCACHED)))
          .withMessageContaining("memcached ended as it started")
          .withMessageContaining("item size") // more than half of the memory
          .withMessageContaining("exit code");
    }
    Until.holds("containers and volumes gone", GENEROUS, containers::areGone);
  }

  @Test
  void aPortThatIsTakenBeforeTheServerHasItCostsOneAttempt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Iterator<Integer> ports = List.of(taken.getLocalPort(), Startup.freePort()).iterator();
      try (DockerServers servers =
          DockerServers.open(
              engine, Images.OFFICIAL, folder, words -> {}, new Reach(Network.HOST, ports::next))) {
        RunningServer server =
            servers.start(new ServerRequest.Redis(), Answers.of(StoreType.REDIS));
        assertThat(server.isAlive()).isTrue();
        assertThat(server.endpoint().port()).isNotEqualTo(taken.getLocalPort());
        assertThat(ports).isExhausted();
      }
    }
  }

  @Test
  void aMissingImageIsNamed() {
    Images none = Images.OFFICIAL.with(ServerKind.REDIS, "no-such-image.invalid/x:1");
    try (DockerServers servers = open(none)) {
      assertThatExceptionOfType(ServerException.class)
          .isThrownBy(() -> servers.start(new ServerRequest.Redis(), Answers.of(StoreType.REDIS)))
          .withMessageStartingWith("the image no-such-image.invalid/x:1 cannot be pulled: ");
    }
  }

  @Test
  void aKilledRunTakesItsContainersWithIt() throws Exception {
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RunToKill.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = run.inputReader()) {
      assertThat(out.readLine()).isEqualTo("up");
      RunContainers its = new RunContainers(engine, run.pid());
      assertThat(its.serving()).hasSize(1);
      run.destroyForcibly();
      Until.holds("containers and volumes gone", GENEROUS, its::areGone);
    }
  }

  /** A run that starts a container and waits. */
  static final class RunToKill {
    public static void main(String[] args) throws Exception {
      DockerServers servers =
          DockerServers.open(DockerEngine.find(), Images.OFFICIAL, Path.of(args[0]), words -> {});
      servers.start(new ServerRequest.Redis(), Answers.of(StoreType.REDIS));
      System.out.println("up");
      Thread.sleep(60_000);
    }
  }

  private DockerServers open(Images images) {
    return DockerServers.open(engine, images, folder, System.out::println);
  }
}
