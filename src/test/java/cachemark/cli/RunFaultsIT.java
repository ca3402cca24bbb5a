// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Until;
import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.RunReader;
import cachemark.result.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does when something around it is killed, stopped or taken away. */
final class RunFaultsIT {
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final int TRIALS = 3;

  @TempDir private Path folder;
  private Suite suite;
  private StoredFolder stored;

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
    stored = suite.results("r");
  }

  @Test
  void aServerThatDiesEndsTheRunWhichCanBeGoneOnWith() throws Exception {
    SuiteProcess run = startAndAwaitSecondFork();
    SuiteProcess.signal("KILL", run.awaitChild("memcached -l"));
    Ended ended = run.await();
    assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(ended.err()).startsWith("error: memcached (process ").contains("has died");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.out()).contains("1 finished trials are kept").contains("--resume");
    suite.awaitNothingLeft(SOON);
    assertResumes();
  }

  @Test
  void anInterruptKeepsWhatIsFinishedAndCanBeGoneOnWith() throws Exception {
    SuiteProcess run = startAndAwaitSecondFork();
    run.signal("INT");
    assertStopped(run, 130);
    assertResumes();
  }

  @Test
  void ctrlCInATerminalReachesAllProcessesAndBlamesNone() throws Exception {
    SuiteProcess run = startAndAwaitSecondFork();
    run.signalGroup("INT");
    assertStopped(run, 130);
  }

  @Test
  void anInterruptBeforeTheFirstTrialIsNoFault() throws Exception {
    SuiteProcess run = suite.start("run", "--plan", "tiny.yaml", "--id", "r");
    Until.holds("servers starting", SOON, () -> !suite.serverFolders().isEmpty());
    run.signalGroup("INT");
    Ended ended = run.await();
    assertThat(ended.code()).isEqualTo(130);
    assertThat(ended.err()).isEmpty();
    suite.awaitNobodyLeft(SOON); // a folder that was just being made is left to the next sweep
  }

  @Test
  void aTerminationIsLikeAnInterrupt() throws Exception {
    SuiteProcess run = startAndAwaitSecondFork();
    run.signal("TERM");
    assertStopped(run, 143);
  }

  @Test
  void nothingOutlivesAKilledRunWhichCanBeGoneOnWith() throws Exception {
    SuiteProcess run = startAndAwaitSecondFork();
    run.signal("KILL");
    assertThat(run.await().code()).isEqualTo(137);
    suite.awaitNobodyLeft(Duration.ofSeconds(5));
    assertThat(suite.serverFolders()).hasSize(1);
    assertResumes();
  }

  @Test
  void aForkThatIsKilledMakesAnInvalidTrialAndTheRunGoesOn() throws Exception {
    SuiteProcess run = startAndAwaitSecondFork();
    SuiteProcess.signal("KILL", run.awaitChild("ForkedMain"));
    Ended ended = run.await();
    assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE.code());
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("1 invalid").contains("the fork failed: ");
    assertThat(stored.trials())
        .extracting(trial -> trial.verdict() == Verdict.INVALID)
        .containsExactly(false, true, false);
    assertThat(stored.trials().get(1).reasons()).singleElement().asString().contains("137");
    suite.awaitNothingLeft(SOON);
  }

  @Test
  void aServerThatStopsAnsweringCostsTheOperationsAndNotTheRun() throws Exception {
    SuiteProcess run = startAndAwaitSecondFork();
    ProcessHandle server = run.awaitChild("memcached -l");
    Until.holds("a second measurement", Duration.ofSeconds(30), () -> stored.measurements() == 2);
    SuiteProcess.signal("STOP", server);
    Thread.sleep(Duration.ofSeconds(6).toMillis());
    SuiteProcess.signal("CONT", server);
    Ended ended = run.await();
    assertThat(ended.err()).isEmpty();
    assertThat(stored.trials()).hasSize(TRIALS);
    assertThat(stored.trials().get(1).verdict()).isNotEqualTo(Verdict.VALID);
    assertThat(stored.trials().get(2).verdict()).isEqualTo(Verdict.VALID);
    assertThat(String.join(" ", stored.trials().get(1).reasons())).contains("answer timeout");
    suite.awaitNothingLeft(SOON);
  }

  @Test
  void aSecondRunIsRefusedAndDisturbsNothing() throws Exception {
    SuiteProcess run = startAndAwaitSecondFork();
    List<SuiteProcess> seconds = new ArrayList<>(); // together, or the first may be over by then
    for (List<String> second :
        List.of(
            List.of("run", "--plan", "tiny.yaml"), List.of("run", "--resume", "r"), floorLine())) {
      seconds.add(suite.start(second.toArray(String[]::new)));
    }
    for (SuiteProcess second : seconds) {
      Ended refused = second.await();
      assertThat(refused.code()).isEqualTo(ExitCode.RUN_ERROR.code());
      assertThat(refused.err()).startsWith("error: another cachemark run is measuring");
      assertThat(refused.err().lines()).hasSize(1);
    }
    assertThat(run.await().code()).isZero();
    assertThat(stored.trials())
        .hasSize(TRIALS)
        .allMatch(trial -> trial.verdict() != Verdict.INVALID);
  }

  private static List<String> floorLine() {
    return List.of("FloorBenchmark.memoryGet", "-f", "1", "-wi", "0", "-i", "1", "-r", "10ms");
  }

  private SuiteProcess startAndAwaitSecondFork() throws Exception {
    SuiteProcess run = suite.start("run", "--plan", "tiny.yaml", "--id", "r");
    run.awaitFork(stored, 1);
    return run;
  }

  private void assertStopped(SuiteProcess run, int code) throws Exception {
    Ended ended = run.await();
    suite.awaitNothingLeft(SOON);
    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("1 finished trials are kept").contains("--resume results/r");
    assertThat(stored.trials()).singleElement().matches(t -> t.verdict() != Verdict.INVALID);
  }

  private void assertResumes() throws Exception {
    List<String> before = stored.ids();
    Ended ended = suite.run("run", "--resume", "r");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("2 trials, about").contains("3 valid");
    assertThat(ended.out()).containsPattern("\ntime     [0-9:]+ in 2 starts, .*measuring 0:02, ");
    assertThat(RunReader.head(stored.path()).floors()).hasSize(2);
    assertThat(stored.ids()).hasSize(TRIALS).startsWith(before.toArray(String[]::new));
    assertThat(new HashSet<>(stored.ids())).hasSize(TRIALS);
    suite.awaitNothingLeft(SOON);
  }
}
