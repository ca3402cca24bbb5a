// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.RunReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons that measure, as a user would make them. */
final class CompareIT {
  private static final Duration SOON = Duration.ofSeconds(5);

  /** A connection per operation is slower for certain than one that is kept. */
  private static final String PLAN =
      """
      profile: connections
      rounds: 5
      budgetSeconds: 600
      experiments:
        - {id: E1r, variant: today, mode: throughput, benchmarks: [SingleThreadBenchmark.get],
           threads: [1], axes: {store: [MEMCACHED], client: [WIRE], connections: [KEPT, PER_OP]},
           timing: {warmupMillis: 200, iterations: 2, iterationMillis: 100}}
      """;

  @TempDir private Path folder;
  private Suite suite;

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
    Files.writeString(folder.resolve("connections.yaml"), PLAN);
  }

  @Test
  void aSuspectIsMeasuredAgainAndThenIsARegression() throws Exception {
    run("run", "--plan", "connections.yaml", "--id", "r");
    String[] along = {"compare", "r", "--along", "connections"};
    Ended screened = suite.run(along);
    assertThat(screened.code()).isZero();
    assertThat(screened.out()).contains("suspected slower");

    Ended decided =
        suite.run(
            "compare",
            "r",
            "--along",
            "connections",
            "--confirm",
            "--servers",
            "local",
            "--write",
            "junit=compare.xml",
            "--write",
            "md=compare.md");
    assertThat(decided.out()).contains("1 slower");
    assertThat(decided.code()).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(folder.resolve("compare.xml")).content().contains("<failure");
    assertThat(folder.resolve("compare.md")).isNotEmptyFile();
    assertThat(RunReader.read(folder.resolve("results/r-confirm")).trials()).hasSize(20);
    suite.awaitNothingLeft(SOON);
  }

  @Test
  void theSmokeRunIsTheSameAsItself() throws Exception {
    run("run", "--profile", "smoke", "--id", "smoke");
    Ended compared = suite.run("compare", "smoke", "smoke");
    assertThat(compared.err()).isEmpty();
    assertThat(compared.out()).contains("too few").doesNotContain("suspected", "failing");
    assertThat(compared.code()).isZero();
  }

  private void run(String... words) throws Exception {
    Ended ended = suite.run(words);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
  }
}
