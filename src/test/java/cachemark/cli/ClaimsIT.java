// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report's operations, and its claims beside its figures, as a run measures them. */
final class ClaimsIT {
  private static final String HEAD =
      "profile: claims\nrounds: 1\nbudgetSeconds: 900\nexperiments:\n";

  @TempDir private Path folder;
  private Suite suite;

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    suite.awaitNothingLeft(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MEMCACHED | WIRE, PER_OP | GET, SET, ADD, REPLACE, DELETE, INCR, TOUCH, MULTIGET
          REDIS | WIRE, PER_OP | GET, SET, ADD, REPLACE, DELETE, INCR, TOUCH, MULTIGET
          REDIS | WIRE, KEPT | SADD, SREM, SCARD, SISMEMBER, SINTER, SMEMBERS
          REDIS | WIRE, KEPT | LPUSH, RPUSH, LLEN, LRANGE, LTRIM, LINDEX, LSET, LPOP, RPOP
          REDIS | LIBRARY, SHARED | SINTER, RPOP
          MEMCACHED | LIBRARY, KEPT | INCR, MULTIGET
          """)
  void everyOperationAnswersRightBatchAfterBatch(String store, String way, String commands)
      throws Exception {
    List<TrialRecord> trials = run(operations(2, store, way, commands));
    assertThat(trials).hasSize(commands.split(",", -1).length);
    for (TrialRecord trial : trials) {
      assertThat(trial.outcome("hits") + trial.outcome("stored"))
          .as(trial.id())
          .isEqualTo(2L * 2 * 30);
    }
  }

  @Test
  void aDeleteWithATimeIsRefusedAndThatIsTheAnswer() throws Exception {
    TrialRecord trial =
        only(
            run(
                operations(1, "MEMCACHED", "WIRE, KEPT", "DELETE_WITH_TIME")
                    .replace("id: E8", "id: C20")));
    assertThat(trial.outcome("serverError")).isEqualTo(60);
  }

  @Test
  void aPipelinedRequestIsAnOperation() throws Exception {
    List<TrialRecord> trials =
        run(
            experiment("C14", "throughput", 2, "PipelineBenchmark.get, PipelineBenchmark.set")
                + "axes: {store: [MEMCACHED, REDIS], pipeline: [7]}, "
                + "timing: {warmupMillis: 100, iterations: 1, iterationMillis: 200}}\n");
    assertThat(trials).hasSize(4);
    for (TrialRecord trial : trials) {
      double operations = trial.outcome("hits") + trial.outcome("stored");
      double perSecond = trial.measured().findFirst().orElseThrow().score();
      assertThat(operations % 7).isZero();
      assertThat(perSecond).isBetween(operations * 2, operations * 8);
    }
  }

  @Test
  void whatIsNotAtomicIsSeen() throws Exception {
    List<TrialRecord> trials =
        run(
            batch(
                    "C17",
                    4,
                    "AtomicityBenchmark.increment",
                    "operations: [100], store: [MEMCACHED, REDIS], client: [WIRE], connections: [KEPT]")
                + batch(
                    "C17",
                    4,
                    "AtomicityBenchmark.pairTogether, AtomicityBenchmark.pairApart",
                    "operations: [1000]"));
    assertThat(trials).hasSize(4);
    assertThat(trials).allMatch(trial -> trial.outcome("lostUpdates") == 0);
    for (TrialRecord trial : trials) {
      boolean apart = trial.cell().method().equals("pairApart");
      assertThat(trial.outcome("torn") > 0).as(trial.id()).isEqualTo(apart);
    }
  }

  @Test
  void connectionsAreAnsweredWhileAllAreOpen() throws Exception {
    List<TrialRecord> trials =
        run(
            batch(
                "C18",
                3,
                "ConnectionsBenchmark.open",
                "store: [MEMCACHED, REDIS], openConnections: [1000]"));
    assertThat(trials).hasSize(2);
    assertThat(trials).allMatch(trial -> trial.outcome("hits") == 2 * 1_000);
  }

  @Test
  void aLargeServerIsThereForItsOwnTrialsOnly() throws Exception {
    List<TrialRecord> trials =
        run(batch("C19", 1, "CapacityBenchmark.fill", "megabytes: [30, 60], valueBytes: [500000]"));
    assertThat(trials).hasSize(2);
    for (TrialRecord trial : trials) {
      long megabytes = Long.parseLong(trial.cell().param("megabytes"));
      assertThat(trial.outcome("stored")).isEqualTo(2 * ((megabytes << 20) / 500_000));
      assertThat(trial.outcome("hits")).isEqualTo(trial.outcome("stored"));
    }
  }

  @Test
  void moreThanThisMachineCanHoldIsRefusedInASentence() throws Exception {
    String plan = HEAD + batch("C19", 1, "CapacityBenchmark.fill", "megabytes: [1000000]");
    Files.writeString(suite.folder().resolve("claims.yaml"), plan);
    Ended ended = suite.run("run", "--plan", "claims.yaml", "--id", "r");
    assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE.code());
    TrialRecord trial = only(suite.results("r").trials());
    assertThat(trial.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(trial.reasons().get(0)).contains("1500064 MB of free memory are needed");
  }

  private List<TrialRecord> run(String experiments) throws Exception {
    Files.writeString(suite.folder().resolve("claims.yaml"), HEAD + experiments);
    Ended ended = suite.run("run", "--plan", "claims.yaml", "--id", "r");
    List<TrialRecord> trials = suite.results("r").trials();
    assertThat(trials)
        .as(ended.out() + ended.err())
        .allSatisfy(trial -> assertThat(trial.reasons()).as(trial.id()).isEmpty())
        .allMatch(trial -> trial.verdict() == Verdict.VALID);
    assertThat(ended.code()).isZero();
    return trials;
  }

  private static TrialRecord only(List<TrialRecord> trials) {
    assertThat(trials).hasSize(1);
    return trials.get(0);
  }

  private static String operations(int threads, String store, String way, String commands) {
    String[] client = way.split(", ", -1);
    String axes =
        String.format(
            Locale.ROOT,
            "store: [%s], client: [%s], connections: [%s], command: [%s], %s",
            store,
            client[0],
            client[1],
            commands,
            "operations: [30], elements: [10]");
    return batch("E8", threads, "OperationsBenchmark.batch", axes);
  }

  private static String batch(String id, int threads, String benchmarks, String axes) {
    return experiment(id, "batch", threads, benchmarks)
        + "axes: {"
        + axes
        + "}, timing: {warmupMillis: 20, iterations: 2, iterationMillis: 1}}\n";
  }

  private static String experiment(String id, String mode, int threads, String benchmarks) {
    return String.format(
        Locale.ROOT,
        "  - {id: %s, variant: today, mode: %s, benchmarks: [%s], threads: [%d], ",
        id,
        mode,
        benchmarks,
        threads);
  }
}
