// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cli.KilledRuns.Moment;
import cachemark.cli.KilledRuns.Victim;
import cachemark.server.docker.Containers;
import cachemark.server.docker.DockerEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty kills at moments drawn by lot, of a fork, a server or the suite itself; whatever they hit,
 * no trial is lost or doubled and nothing is left. The seed is printed, and {@code
 * -Dcachemark.kills.seed=N} draws the same again.
 */
final class KillsIT {
  private static final int KILLS = 20;
  private static final int WITH_CONTAINERS_EVERY = 4;
  private static final List<Victim> VICTIMS = List.of(Victim.values());
  private static final int LATEST_MILLIS = 4_000;

  @TempDir private Path folder;
  private Suite suite;

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
    Files.writeString(folder.resolve("tiny.yaml"), KilledRuns.PLAN);
  }

  @Test
  void twentyKillsLoseNothingDoubleNothingAndLeaveNothing() throws Exception {
    long seed = Long.getLong("cachemark.kills.seed", System.nanoTime());
    System.out.println("kills drawn by -Dcachemark.kills.seed=" + seed);
    Random random = new Random(seed);
    Optional<DockerEngine> engine = Containers.engineIfAny();
    KilledRuns local = new KilledRuns(suite, "local", null);
    KilledRuns contained =
        engine.isPresent() ? new KilledRuns(suite, "docker", engine.get()) : local;
    for (int number = 1; number <= KILLS; number++) {
      KilledRuns runs = number % WITH_CONTAINERS_EVERY == 0 ? contained : local;
      Victim victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
      runs.strike(victim, new Moment(random.nextBoolean(), random.nextInt(LATEST_MILLIS)));
    }
    local.finish();
    contained.finish();
    assertThat(suite.living()).isEmpty();
    assertThat(suite.serverFolders()).isEmpty();
  }
}
