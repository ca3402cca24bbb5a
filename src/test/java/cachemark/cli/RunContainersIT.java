// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Until;
import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.RunReader;
import cachemark.result.Verdict;
import cachemark.server.docker.Containers;
import cachemark.server.docker.DockerEngine;
import cachemark.server.docker.RunContainers;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.Entry;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreException;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a run and its containers when either is ended in the middle of a trial. */
final class RunContainersIT {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int TRIALS = 3;

  private static DockerEngine engine;

  @TempDir private Path folder;
  private Suite suite;
  private StoredFolder stored;
  private SuiteProcess run;
  private RunContainers containers;

  @BeforeAll
  static void find() {
    engine = Containers.engine();
  }

  @BeforeEach
  void startAndAwaitSecondFork() throws Exception {
    suite = new Suite(folder);
    stored = suite.results("r");
    run = suite.start("run", "--servers", "docker", "--plan", "tiny.yaml", "--id", "r");
    containers = new RunContainers(engine, run.pid());
    run.awaitFork(stored, 1);
    assertThat(containers.serving()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"KILL, 137", "INT, 130", "TERM, 143"})
  void aRunThatIsEndedTakesItsContainersWithIt(String signal, int code) throws Exception {
    run.signal(signal);
    Ended ended = run.await();
    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.err()).isEmpty();
    assertNothingIsLeft();
    assertResumes();
  }

  @Test
  void aServerThatIsKilledEndsTheRun() throws Exception {
    containers.kill();
    assertDied("it was killed (SIGKILL)");
    assertResumes();
  }

  @Test
  void aContainerThatIsRemovedBySomebodyElseEndsTheRun() throws Exception {
    containers.remove();
    assertDied("it was killed (SIGKILL)");
  }

  @Test
  void aServerWithoutMemoryEndsTheRun() throws Exception {
    containers.limitMemory(16);
    fill(Endpoint.parse(RunReader.read(stored.path()).head().servers().get(0).endpoint()));
    assertDied("out of memory");
  }

  private static void fill(Endpoint endpoint) {
    byte[] value = new byte[100_000];
    List<Entry> entries =
        IntStream.range(0, 500).mapToObj(number -> new Entry("filler" + number, value)).toList();
    try (StoreAdmin admin =
        StoreAdmins.open(StoreType.MEMCACHED, Access.to(endpoint), Timeouts.DEFAULT)) {
      admin.load(entries.iterator());
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("lost"); // it dies while it is filled
    }
  }

  private void assertDied(String reason) throws Exception {
    Ended ended = run.await();
    assertThat(ended.err()).startsWith("error: memcached (process ").contains("has died", reason);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(ended.out()).contains("1 finished trials are kept").contains("--resume");
    assertNothingIsLeft();
    suite.awaitNothingLeft(SOON);
  }

  private void assertNothingIsLeft() throws Exception {
    Until.holds("containers and volumes gone", SOON, containers::areGone);
    suite.awaitNobodyLeft(SOON);
  }

  private void assertResumes() throws Exception {
    List<String> before = stored.ids();
    Ended ended = suite.run("run", "--servers", "docker", "--resume", "r");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(stored.ids())
        .hasSize(TRIALS)
        .doesNotHaveDuplicates()
        .startsWith(before.toArray(String[]::new));
    assertThat(stored.trials()).allMatch(trial -> trial.verdict() == Verdict.VALID);
    suite.awaitNothingLeft(SOON);
  }
}
