// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Until;
import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.RunReader;
import cachemark.result.ServerFacts;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs against a table, alone and with caches in front, and what they do when it goes away. */
final class RunDatabaseIT {
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final String EXPERIMENTS =
      """
      profile: tables
      rounds: 1
      budgetSeconds: 120
      experiments:
        - {id: E3, variant: report, mode: batch,
           benchmarks: [DatabaseWriteBenchmark.writeBatch], threads: [2],
           axes: {cache: [NONE, MEMCACHED, REDIS], ttl: [60s], client: [WIRE],
                  connections: [PER_OP], index: [NONE], engine: [MYISAM], operations: [50]},
           timing: {warmupMillis: 50, iterations: 2, iterationMillis: 1}}
        - {id: E4, variant: report, mode: batch,
           benchmarks: [DatabaseReadBenchmark.readBatch], threads: [2],
           axes: {cache: [NONE, MEMCACHED, REDIS], ttl: [60s], client: [WIRE],
                  connections: [PER_OP], index: [NONE], engine: [INNODB], operations: [50]},
           timing: {warmupMillis: 50, iterations: 2, iterationMillis: 1}}
        # A pool goes on filling itself for a while, and a login while measuring makes a trial suspect.
        - {id: E4, variant: today, mode: sample,
           benchmarks: [DatabaseReadBenchmark.read, DatabaseWriteBenchmark.write], threads: [2],
           axes: {cache: [NONE, REDIS], connections: [SHARED], policy: [READ_THROUGH],
                  durability: [RELAXED]},
           timing: {warmupMillis: 1200, iterations: 1, iterationMillis: 200}}
      """;

  @TempDir private Path folder;
  private Suite suite;

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
    Files.writeString(folder.resolve("tables.yaml"), EXPERIMENTS);
  }

  @Test
  void everyCacheInEveryWayIsMeasuredAndCounted() throws Exception {
    Ended ended = suite.run("run", "--plan", "tables.yaml", "--id", "r");
    assertThat(ended.code()).isEqualTo(ExitCode.OK.code());
    StoredRun run = RunReader.read(suite.results("r").path());
    assertThat(run.trials()).hasSize(10).allMatch(trial -> trial.verdict() == Verdict.VALID);
    run.trials().stream()
        .filter(trial -> trial.cell().benchmark().endsWith("Batch"))
        .forEach(RunDatabaseIT::assertReconciled);
    assertThat(run.head().prices()).isNotNull();
    assertDatabaseIsKnown(run);
    assertNoSecretIn(folder.resolve("results"));
    suite.awaitNothingLeft(SOON);
  }

  /** Two threads, two batches of 50: what clients counted is what the servers counted. */
  private static void assertReconciled(TrialRecord trial) {
    boolean write = trial.cell().method().startsWith("write");
    boolean cached = !trial.cell().param("cache").equals("NONE");
    assertThat(trial.server())
        .containsEntry("databaseInserts", write ? 200L : 0L)
        .containsEntry("databaseSelects", write || cached ? 0L : 200L)
        .containsKeys("databaseCpuNanos", "databaseRowsRead", "databaseFsyncs");
    assertThat(trial.server().get("databaseConnections")).isBetween(200L, 201L);
    if (cached) {
      assertThat(trial.server())
          .containsEntry("gets", 200L)
          .containsEntry("sets", write ? 200L : 0);
    }
    assertThat(trial.outcomes())
        .containsEntry("rowsInserted", write ? 200L : 0L)
        .containsEntry("rowsFound", write || cached ? 0L : 200L)
        .containsEntry("hits", cached && !write ? 200L : 0L)
        .containsEntry("misses", cached && write ? 200L : 0L);
  }

  private static void assertDatabaseIsKnown(StoredRun run) {
    ServerFacts database =
        run.head().servers().stream()
            .filter(server -> server.dataFileSystem() != null)
            .findFirst()
            .orElseThrow();
    assertThat(database.name()).isIn("MySQL", "MariaDB");
    assertThat(database.settings())
        .containsKeys("innodb_buffer_pool_size", "innodb_flush_log_at_trx_commit", "sync_binlog")
        .containsEntry("log_bin", "OFF");
  }

  @Test
  void aDatabaseThatIsKilledInABatchEndsTheRunWithItsName() throws Exception {
    String plan = suite.plan("long", 1, Suite.inserts(5));
    SuiteProcess run = suite.start("run", "--plan", plan, "--id", "r");
    String database = "--no-defaults --datadir";
    Path log = suite.results("r").path().resolve("console.log");
    Until.holds(
        "a batch running",
        Duration.ofSeconds(60),
        () -> Files.exists(log) && Files.readString(log).contains("Iteration   2"));
    SuiteProcess.signal("KILL", run.awaitChild(database));
    Ended ended = run.await();
    assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(ended.err()).startsWith("error: mysql (process ").contains("has died");
    assertThat(ended.err().lines()).hasSize(1);
    StoredRun stored = RunReader.read(suite.results("r").path());
    assertThat(stored.trials()).isEmpty();
    assertThat(stored.warnings()).isEmpty();
    suite.awaitNothingLeft(SOON);
  }

  private static void assertNoSecretIn(Path results) throws IOException {
    try (Stream<Path> files = Files.walk(results)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).isNotEmpty();
      for (Path file : all) {
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).doesNotContain("password=");
      }
    }
  }
}
