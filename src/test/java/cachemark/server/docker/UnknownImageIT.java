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
import cachemark.store.Credentials;
import cachemark.store.StoreType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Images that have none of the programs we know: they serve in their own way, or are refused. */
final class UnknownImageIT {
  private static final Duration GENEROUS = Duration.ofSeconds(10);

  /** A Redis by another name, which its image starts with settings of its own. */
  private static final String RENAMED =
      """
      FROM %s
      USER root
      RUN program=$(command -v redis-server) && cp -L "$program" /usr/local/bin/served && rm "$program"
      ENTRYPOINT ["served"]
      CMD ["--save", "", "--protected-mode", "no", "--maxclients", "123"]
      """
          .formatted(DockerEngine.nameHere(Images.OFFICIAL.of(ServerKind.REDIS)));

  /** The same that starts nothing. */
  private static final String IDLE = RENAMED.replaceAll("(ENTRYPOINT|CMD) .*", "$1 []");

  private static DockerEngine engine;
  private static String renamed;
  private static String idle;

  @TempDir private Path folder;

  @BeforeAll
  static void make(@TempDir Path context) throws Exception {
    engine = Containers.engine();
    engine.provide(Images.OFFICIAL.of(ServerKind.REDIS), System.out::println);
    renamed = build(context, RENAMED);
    idle = build(context, IDLE);
  }

  @AfterAll
  static void remove() {
    for (String image : List.of(renamed, idle)) {
      engine.client().removeImageCmd(image).withForce(true).exec();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "ADDRESS", mode = EnumSource.Mode.EXCLUDE)
  void anotherProgramServesAsTheImageHasIt(Network network) throws Exception {
    RunContainers containers = RunContainers.ofThisProcess(engine);
    try (DockerServers servers = open(ServerKind.REDIS, renamed, network)) {
      RunningServer server = servers.start(new ServerRequest.Redis(), Answers.of(StoreType.REDIS));
      assertThat(server.isAlive()).isTrue();
      assertThat(server.commandLine()).startsWith("served").endsWith("--maxclients", "123");
      assertThat(server.user()).isEqualTo("the image's own");
      Network own = network == Network.HOST ? Network.ADDRESS : network;
      assertThat(server.origin()).contains(renamed).endsWith(", " + own.words());
      assertThat(containers.serving()).hasSize(1);
    }
    Until.holds("containers and volumes gone", GENEROUS, containers::areGone);
  }

  @Test
  void aDatabaseThatWouldNeedAnAccountOfItsOwnIsRefused() {
    Credentials account = Credentials.random("cachemark");
    try (DockerServers servers = open(ServerKind.MYSQL, renamed, Network.HOST)) {
      assertThatExceptionOfType(ServerException.class)
          .isThrownBy(
              () -> servers.start(new ServerRequest.Database(account), Answers.ofDatabase()))
          .withMessage(
              "the image %s has none of mysqld, mariadbd: start it yourself and name it with"
                  + " --servers mysql=HOST:PORT",
              renamed);
    }
  }

  @Test
  void anImageThatStartsNothingIsRefused() {
    try (DockerServers servers = open(ServerKind.REDIS, idle, Network.HOST)) {
      assertThatExceptionOfType(ServerException.class)
          .isThrownBy(() -> servers.start(new ServerRequest.Redis(), Answers.of(StoreType.REDIS)))
          .withMessage("the image %s has no command that serves", idle);
    }
  }

  private DockerServers open(ServerKind kind, String image, Network network) {
    return DockerServers.open(
        engine,
        Images.OFFICIAL.with(kind, image),
        folder,
        System.out::println,
        new Reach(network, Startup::freePort));
  }

  private static String build(Path context, String text) throws Exception {
    String name = "cachemark-test-unknown:" + UUID.randomUUID();
    Path file = Files.writeString(context.resolve("Dockerfile"), text);
    engine
        .client()
        .buildImageCmd(file.toFile())
        .withTags(Set.of(name))
        .withForcerm(true)
        .start()
        .awaitImageId();
    return name;
  }
}
