// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Until;
import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.Verdict;
import cachemark.server.docker.Containers;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk that the servers and forks keep their own files on runs full in the middle of a run. */
final class FullDiskIT {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path folder;
  private Suite suite;
  private StoredFolder stored;

  @BeforeEach
  void mount() throws Exception {
    suite = new Suite(folder);
    stored = suite.results("r");
    if (!ran("mount", "-t", "tmpfs", "-o", "size=700m,mode=1777", "none", disk())) {
      Containers.skip("no disk runs full: nothing can be mounted");
    }
  }

  @AfterEach
  void unmount() throws Exception {
    ran("umount", "-l", disk());
  }

  @Test
  void aDatabaseThatCannotWriteMakesNoValidTrial() throws Exception {
    // Two batches need several times the space that a table is made with.
    String plan = suite.plan("inserts", 2, Suite.inserts(2));
    SuiteProcess run = suite.start("run", "--plan", plan, "--id", "r");
    Path log = stored.path().resolve("console.log");
    Until.holds(
        "a batch running",
        Duration.ofSeconds(60),
        () -> Files.exists(log) && Files.readString(log).contains("Iteration   1"));
    fill();
    Ended ended = run.await(PATIENCE);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE.code());
    // The first while it inserts, the second while it makes its table anew.
    assertThat(ended.out()).containsAnyOf("is full", "No space left on device");
    assertThat(stored.trials()).hasSize(2).allMatch(trial -> trial.verdict() == Verdict.INVALID);
    suite.awaitNothingLeft(SOON);
  }

  @Test
  void serversThatWriteNothingAreNotDisturbed() throws Exception {
    SuiteProcess run = suite.start("run", "--plan", "tiny.yaml", "--id", "r");
    run.awaitFork(stored, 1);
    fill();
    Ended ended = run.await(PATIENCE);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(stored.trials()).hasSize(3).allMatch(trial -> trial.verdict() == Verdict.VALID);
    suite.awaitNothingLeft(SOON);
  }

  private String disk() {
    return suite.temporary().toString();
  }

  private Path filler() {
    return suite.temporary().resolve("filler");
  }

  private void fill() throws Exception {
    assertThat(ran("dd", "if=/dev/zero", "of=" + filler(), "bs=4k")).isFalse();
  }

  private static boolean ran(String... command) throws Exception {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"))
            .start()
            .waitFor()
        == 0;
  }
}
