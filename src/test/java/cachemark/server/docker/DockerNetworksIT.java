// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Answers;
import cachemark.Until;
import cachemark.server.RunningServer;
import cachemark.server.ServerKind;
import cachemark.server.ServerRequest;
import cachemark.server.Startup;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import cachemark.store.StoreType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers in containers over each network, those too that an engine of this machine needs not. */
final class DockerNetworksIT {
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
  void anEngineOfThisMachineSharesItsNetwork() {
    assertThat(Reach.of(engine).network())
        .isEqualTo(engine.isNative() ? Network.HOST : Network.PUBLISHED);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindIsReached(Network network) throws Exception {
    Credentials account = Credentials.random("cachemark");
    try (DockerServers servers = open(network)) {
      for (RunningServer server :
          List.of(
              servers.start(new ServerRequest.Memcached(), Answers.of(StoreType.MEMCACHED)),
              servers.start(new ServerRequest.Redis(), Answers.of(StoreType.REDIS)),
              servers.start(new ServerRequest.Database(account), Answers.ofDatabase()))) {
        assertThat(server.isAlive()).isTrue();
        assertThat(server.origin()).endsWith(", " + network.words());
        assertThat(server.endpoint()).matches(endpoint -> isOf(network, endpoint));
        assertThat(server.pid().isPresent()).isEqualTo(engine.isNative());
      }
      assertThat(containers.serving()).hasSize(3);
    }
    Until.holds("containers and volumes gone", GENEROUS, containers::areGone);
  }

  private static boolean isOf(Network network, Endpoint endpoint) {
    boolean loopback = endpoint.host().equals("127.0.0.1");
    boolean usualPort =
        List.of(ServerKind.values()).stream().anyMatch(kind -> kind.port() == endpoint.port());
    return network == Network.ADDRESS ? !loopback && usualPort : loopback && !usualPort;
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatEndsIsToldOf(Network network) throws Exception {
    try (DockerServers servers = open(network)) {
      RunningServer server = servers.start(new ServerRequest.Redis(), Answers.of(StoreType.REDIS));
      containers.kill();
      Until.holds("told", GENEROUS, () -> servers.dead() != null);
      assertThat(servers.dead()).isSameAs(server);
      assertThat(server.lastWords()).contains("it was killed (SIGKILL)");
    }
  }

  private DockerServers open(Network network) {
    return DockerServers.open(
        engine,
        Images.OFFICIAL,
        folder,
        System.out::println,
        new Reach(network, Startup::freePort));
  }
}
