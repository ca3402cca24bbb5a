// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.RunReader;
import cachemark.server.docker.Containers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a run takes its servers from when there is no engine, or not the image. */
final class ServerSourceIT {
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final String NO_IMAGE = "memcached=no-such-image.invalid/x:1";
  private static final String NO_PULL = "the image no-such-image.invalid/x:1 cannot be pulled: ";

  @TempDir private Path folder;
  private Suite suite;
  private Map<String, String> nowhere;
  private String noEngine;

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
    Files.writeString(folder.resolve("tiny.yaml"), Suite.PLAN.replace("rounds: 3", "rounds: 1"));
    nowhere = Map.of("DOCKER_HOST", "unix://" + folder + "/none.sock");
    noEngine =
        "no Docker engine is running at unix://" + folder + "/none.sock, which DOCKER_HOST names";
  }

  @Test
  void withoutAnEngineContainersAreRefused() throws Exception {
    assertRefused(run(nowhere, "docker"), noEngine);
  }

  @Test
  void withoutAnEngineServersAreLocalOnes() throws Exception {
    assertLocal(run(nowhere, "auto"), "local servers, no containers: " + noEngine);
  }

  @Test
  void anImageThatCannotBeHadIsRefused() throws Exception {
    Containers.engine();
    assertRefused(run(Map.of(), "docker", "--image", NO_IMAGE), NO_PULL);
  }

  @Test
  void withoutAnImageServersAreLocalOnes() throws Exception {
    Containers.engine();
    Map<String, String> noneHere =
        Map.of("TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX", "no-such-image.invalid/");
    assertLocal(
        run(noneHere, "auto"), "local servers, no containers: the image no-such-image.invalid/");
  }

  @Test
  void whoNamesAnImageGetsNoOtherServerInItsPlace() throws Exception {
    Containers.engine();
    assertRefused(run(Map.of(), "auto", "--image", NO_IMAGE), NO_PULL);
  }

  private Ended run(Map<String, String> environment, String source, String... more)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("run", "--servers", source));
    words.addAll(List.of("--plan", "tiny.yaml", "--id", "r"));
    words.addAll(List.of(more));
    return suite.start(environment, words.toArray(String[]::new)).await();
  }

  private void assertRefused(Ended ended, String reason) throws Exception {
    assertThat(ended.err()).startsWith("error: " + reason);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(suite.results("r").path()).doesNotExist();
    suite.awaitNothingLeft(SOON);
  }

  private void assertLocal(Ended ended, String news) throws Exception {
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().lines()).first().asString().startsWith(news);
    assertThat(ended.code()).isZero();
    assertThat(RunReader.read(suite.results("r").path()).head().servers())
        .singleElement()
        .matches(server -> server.source().equals("local process"));
    suite.awaitNothingLeft(SOON);
  }
}
