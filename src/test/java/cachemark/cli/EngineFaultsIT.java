// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Until;
import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.RunReader;
import cachemark.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does when its Docker engine dies or hangs. */
final class EngineFaultsIT {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int TRIALS = 3;

  private static OwnEngine engine;

  @TempDir private Path folder;
  private Suite suite;
  private StoredFolder stored;
  private ProcessHandle server;

  @BeforeAll
  static void startEngine() throws Exception {
    engine = OwnEngine.start(Files.createTempDirectory("engine")); // a socket's path must be short
  }

  @AfterAll
  static void endEngine() throws Exception {
    if (engine != null) {
      engine.close();
    }
  }

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
    stored = suite.results("r");
  }

  @AfterEach
  void letTheEngineGoOn() throws Exception {
    engine.goOn();
  }

  @Test
  void anEngineThatIsKilledEndsTheRunWhichGoesOnWithAnother() throws Exception {
    SuiteProcess run = startAndAwaitSecondFork();
    engine.kill();
    Ended ended = run.await();
    assertThat(ended.err()).startsWith("error: memcached (process " + server.pid() + ") ");
    assertThat(ended.err()).contains("the Docker engine does not answer any more");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(ended.out()).contains("1 finished trials are kept").contains("--resume");
    Until.holds("the server gone", SOON, () -> !server.isAlive());
    suite.awaitNothingLeft(SOON);
    engine.restart();
    Ended resumed =
        suite.start(engine.environment(), "run", "--servers", "docker", "--resume", "r").await();
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.code()).isZero();
    assertThat(stored.ids()).hasSize(TRIALS).doesNotHaveDuplicates();
    assertThat(engine.isEmpty()).isTrue();
  }

  @Test
  void anEngineThatHangsKeepsNoRunFromItsEnd() throws Exception {
    SuiteProcess run = startAndAwaitSecondFork();
    engine.stop();
    Ended ended = run.await();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(stored.trials()).hasSize(TRIALS).allMatch(t -> t.verdict() == Verdict.VALID);
    assertThat(server.isAlive()).isFalse();
    assertRefusesToBegin();
    engine.goOn();
    Until.holds("no container left", SOON, engine::isEmpty);
  }

  @Test
  void anEngineThatHangsKeepsNoRunFromBeingInterrupted() throws Exception {
    SuiteProcess run = startAndAwaitSecondFork();
    engine.stop();
    run.signal("INT");
    Ended ended = run.await();
    assertThat(ended.code()).isEqualTo(130);
    assertThat(ended.err()).isEmpty();
    assertThat(server.isAlive()).isFalse();
    suite.awaitNothingLeft(SOON);
  }

  private void assertRefusesToBegin() throws Exception {
    Ended ended =
        suite
            .start(engine.environment(), "run", "--servers", "docker", "--plan", "tiny.yaml")
            .await();
    assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(ended.err()).startsWith("error: no Docker engine answers");
    assertThat(ended.err().lines()).hasSize(1);
  }

  /** Finds the server while there is time: the second fork is soon over. */
  private SuiteProcess startAndAwaitSecondFork() throws Exception {
    SuiteProcess run =
        suite.start(
            engine.environment(), "run", "--servers", "docker", "--plan", "tiny.yaml", "--id", "r");
    run.awaitChild("ForkedMain");
    Long pid = RunReader.read(stored.path()).head().servers().get(0).pid();
    assertThat(pid).isNotNull();
    server = ProcessHandle.of(pid).orElseThrow();
    run.awaitFork(stored, 1);
    return run;
  }
}
