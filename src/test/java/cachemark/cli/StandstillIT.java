// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Until;
import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import cachemark.server.docker.Containers;
import cachemark.server.docker.RunContainers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server stands still for half a minute in the middle of a trial and then goes on. */
final class StandstillIT {
  private static final Duration STANDSTILL = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** More than can fail while it stands still: each takes a time limit or two. */
  private static final int TRIALS = 9;

  @TempDir private Path folder;
  private Suite suite;
  private StoredFolder stored;

  /** What is done to a server. */
  private interface Act {
    void run() throws Exception;
  }

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
    stored = suite.results("r");
    Files.writeString(
        folder.resolve("tiny.yaml"), Suite.PLAN.replace("rounds: 3", "rounds: " + TRIALS));
  }

  @Test
  void aStoppedServerCostsTheTrialsOfThatTimeAndNoOthers() throws Exception {
    SuiteProcess run = suite.start("run", "--plan", "tiny.yaml", "--id", "r");
    ProcessHandle server = run.awaitChild("memcached -l");
    assertCostsTheTrialsOfThatTime(
        run, () -> SuiteProcess.signal("STOP", server), () -> SuiteProcess.signal("CONT", server));
  }

  @Test
  void aPausedContainerCostsTheTrialsOfThatTimeAndNoOthers() throws Exception {
    var engine = Containers.engine();
    SuiteProcess run =
        suite.start("run", "--servers", "docker", "--plan", "tiny.yaml", "--id", "r");
    RunContainers containers = new RunContainers(engine, run.pid());
    assertCostsTheTrialsOfThatTime(run, containers::pause, containers::unpause);
    Until.holds("containers and volumes gone", SOON, containers::areGone);
  }

  private void assertCostsTheTrialsOfThatTime(SuiteProcess run, Act stop, Act goOn)
      throws Exception {
    run.awaitFork(stored, 1);
    Until.holds("a second measurement", SOON, () -> stored.measurements() == 2);
    stop.run();
    Thread.sleep(STANDSTILL.toMillis());
    goOn.run();
    Ended ended = run.await(PATIENCE);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE.code());
    List<TrialRecord> trials = stored.trials();
    System.out.println("of a standstill: " + trials.stream().map(TrialRecord::reasons).toList());
    assertThat(stored.ids()).hasSize(TRIALS).doesNotHaveDuplicates();
    assertThat(trials.get(0).verdict()).isEqualTo(Verdict.VALID);
    assertThat(trials.get(1).verdict()).isNotEqualTo(Verdict.VALID);
    assertThat(trials.get(1).reasons()).isNotEmpty();
    assertThat(trials.get(2).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(trials.get(TRIALS - 1).verdict()).isEqualTo(Verdict.VALID);
    suite.awaitNothingLeft(SOON);
  }
}
