// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Isolated;
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
  private static final Duration LONG = Duration.ofMinutes(5);

  /** Reading a quarter of a megabyte is slower for certain than reading 32 bytes. */
  private static final String PLAN =
      """
      profile: values
      rounds: 5
      budgetSeconds: 600
      experiments:
        - {id: E1r, variant: today, mode: throughput, benchmarks: [SingleThreadBenchmark.get],
           threads: [1], axes: {store: [MEMCACHED], client: [WIRE], connections: [KEPT],
                                keys: [100], valueBytes: [32, 262144]},
           timing: {warmupMillis: 200, iterations: 2, iterationMillis: 100}}
      """;

  @TempDir private Path folder;
  private Suite suite;

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
    Files.writeString(folder.resolve("values.yaml"), PLAN);
  }

  @Isolated
  @Test
  void aSuspectIsMeasuredAgainAndThenIsARegression() throws Exception {
    run("run", "--plan", "values.yaml", "--id", "r");
    Ended screened = suite.run("compare", "r", "--along", "valueBytes");
    assertThat(screened.code()).isZero();
    assertThat(screened.out()).contains("suspected slower");

    String[] confirm = {
      "compare",
      "r",
      "--along",
      "valueBytes",
      "--confirm",
      "--servers",
      "local",
      "--write",
      "junit=compare.xml",
      "--write",
      "md=compare.md"
    };
    Ended decided = suite.start(confirm).await(LONG);
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
    Ended ended = suite.start(words).await(LONG);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
  }
}
