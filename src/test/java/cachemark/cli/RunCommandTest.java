// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run} as far as it needs no server. */
final class RunCommandTest {
  private static final String PLAN =
      """
      profile: mine
      rounds: 2
      budgetSeconds: 60
      experiments:
        - {id: E1r, variant: today, mode: batch, benchmarks: [SingleThreadBenchmark.getBatch],
           threads: [1], axes: {store: [MEMCACHED, REDIS], connections: [kept]},
           timing: {warmupMillis: 100, iterations: 1, iterationMillis: 1}}
      """;

  @TempDir private Path folder;

  static Stream<String> profiles() {
    return PlanReader.PROFILES.stream();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void aDryRunPrintsTheEstimateAndRunsNothing(String profile) {
    Path results = folder.resolve("results");
    Said said = Said.to("run", "--profile", profile, "--dry-run", "--results", results.toString());
    said.fine(" cells × ", " trials, about ", " of a budget of ");
    assertThat(results).doesNotExist();
  }

  @Test
  void quickIsTheDefault() {
    assertThat(Said.to("run", "--dry-run"))
        .isEqualTo(Said.to("run", "--profile", "quick", "--dry-run"));
  }

  @Test
  void aPlanOfOnesOwnIsComplete() throws IOException {
    Said.to("run", "--plan", plan(PLAN), "--rounds", "5", "--pin", "free", "--dry-run")
        .fine(
            "E1r-today SingleThreadBenchmark.getBatch batch t1 free"
                + " [client=LETTUCE,connections=KEPT,operations=1000,store=REDIS,valueBytes=32]",
            "2 cells × 5 rounds = 10 trials");
  }

  @Test
  void onlyTheExperimentsAskedForAreRun() throws IOException {
    String two = PLAN + PLAN.substring(PLAN.indexOf("  - ")).replace("E1r", "E9");
    Said.to("run", "--plan", plan(two), "--only", "E9", "--dry-run").fine("E9-today", "2 cells");
  }

  @Test
  void whatIsLeftOutForTheBudgetIsTold() throws IOException {
    String tight = PLAN.replace("60", "1").replace("[kept]", "[kept], operations: [1, 2, 3, 4, 5]");
    Said.to("run", "--plan", plan(tight), "--dry-run")
        .fine(
            "(points of the plan were left out to keep to its budget)",
            "4 cells × 2 rounds = 8 trials");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --profile qick | unknown profile "qick": did you mean "quick"? Choices: smoke, quick, report
          --pin splitt --dry-run | "splitt": did you mean "split"? Choices: same, split, free
          --rounds 0 --dry-run | rounds is 0; it goes from 1 to 1000
          --rounds -1 --dry-run | rounds is -1; it goes from 1 to 1000
          --plan no.yaml | there is no plan file no.yaml
          --profile smoke --id a/b | "a/b" cannot name a run
          --resume x --rounds 3 | --resume goes on with the plan as it was: it takes no --only
          --only E4,E1x --dry-run | there is no experiment E1x: did you mean "E1r"? Choices: E1w, E1r,
          --resume x --only E4 | --resume goes on with the plan as it was: it takes no --only
          --resume x --dry-run | --resume goes on with the plan as it was: it takes no --only
          """)
  void aWrongWishIsAMatterOfUsage(String options, String part) {
    Said.to(("run " + options).split(" ", -1)).refused(ExitCode.USAGE, part);
  }

  @ParameterizedTest
  @CsvSource({
    "rounds: 2, rounds: two, 'plan.yaml, line 2: rounds cannot be \"two\"'",
    "today, tomorrow, 'plan.yaml, line 5: variant cannot be \"tomorrow\"'",
    "getBatch, getBatsh, 'unknown benchmark \"SingleThreadBenchmark.getBatsh\": did you mean'",
    "batch, sample, 'cannot be measured in mode sample; it takes batch'",
    "kept, per-op, 'cannot be used with connections PER_OP; it takes [KEPT, SHARED]'",
    "kept], 'kept], keys: [5]', 'SingleThreadBenchmark.getBatch has no parameter \"keys\"'",
    "'store: [MEMCACHED, REDIS], ', '', 'needs the axis store: one or more of [MEMCACHED, REDIS]'",
    "MEMCACHED, REDIS, 'the plan names a cell twice: E1r-today'",
    "'[1]', '[1, 1]', 'the plan names a cell twice: E1r-today'",
  })
  void aWrongPlanIsAMatterOfUsage(String good, String wrong, String part) throws IOException {
    assertThat(PLAN).contains(good);
    Said.to("run", "--plan", plan(PLAN.replace(good, wrong)), "--dry-run")
        .refused(ExitCode.USAGE, part);
  }

  @Test
  void aCellThatIsNamedOnceByItsDefaultsAndOnceInFullIsRefused() throws IOException {
    String twice =
        PLAN + PLAN.substring(PLAN.indexOf("  - ")).replace("kept]", "kept], valueBytes: [32]");
    Said.to("run", "--plan", plan(twice), "--dry-run")
        .refused(ExitCode.USAGE, "the plan names a cell twice: E1r-today");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "\u0000", "just words", "- a\n- b\n", "profile: [x"})
  void whatIsNoPlanIsAMatterOfUsage(String text) throws IOException {
    Said.to("run", "--plan", plan(text)).refused(ExitCode.USAGE, "plan.yaml");
  }

  @Test
  void aRunThatIsNotThereCannotBeResumed() {
    Said.to("run", "--resume", "no-such-run", "--results", folder.toString())
        .refused(ExitCode.RUN_ERROR, "there is no run in no-such-run: no run.json");
  }

  @Test
  void resultsThatCannotBeStoredAreToldBeforeAnythingIsStarted() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    for (Path results : List.of(file, file.resolve("below"))) {
      Said.to("run", "--profile", "smoke", "--results", results.toString())
          .refused(ExitCode.RUN_ERROR, "the folder " + results + " cannot be made");
    }
  }

  private String plan(String text) throws IOException {
    return Files.writeString(folder.resolve("plan.yaml"), text).toString();
  }
}
