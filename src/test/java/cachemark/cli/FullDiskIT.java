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

  /** Two batches that need several times the space a table is made with. */
  private static final String INSERTS =
      """
      profile: inserts
      rounds: 2
      budgetSeconds: 600
      experiments:
        - {id: E3, variant: report, mode: batch,
           benchmarks: [DatabaseWriteBenchmark.writeBatch], threads: [1],
           axes: {cache: [NONE], client: [WIRE], connections: [KEPT], index: [NONE],
                  engine: [INNODB], operations: [60000]},
           timing: {warmupMillis: 50, iterations: 2, iterationMillis: 1}}
      """;

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
    Files.writeString(folder.resolve("inserts.yaml"), INSERTS);
    SuiteProcess run = suite.start("run", "--plan", "inserts.yaml", "--id", "r");
    Path log = stored.path().resolve("console.log");
    Until.holds(
        "a batch running",
        Duration.ofSeconds(60),
        () -> Files.exists(log) && Files.readString(log).contains("Iteration   1"));
    fill();
    Ended ended = run.await(PATIENCE);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE.code());
    assertThat(ended.out()).contains("is full");
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
