// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.PlanSource;
import cachemark.plan.workload.Workloads;
import cachemark.result.JsonFile;
import cachemark.result.RunState;
import cachemark.result.workload.WorkloadFiles;
import cachemark.result.workload.WorkloadRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    return PlanSource.PROFILES.stream().filter(name -> !PlanSource.profile(name).isOfLoads());
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
  void aDryRunOfLoadsPrintsWhatEachTakes() throws IOException {
    Path results = folder.resolve("results");
    Said.to(
            "run",
            "--plan",
            plan(Workloads.TEXT),
            "--dry-run",
            "--rounds",
            "3",
            "--results",
            results.toString())
        .fine(
            "   9.5 s  memory cache-memory=8m duration=8s eviction=lfu gets=100 keys=1000 skew=0.9"
                + " store=redis warmup=1s",
            "10 loads × 3 rounds = 30, about 4:45 of a budget of 1:30",
            "taken to last 0.5 s");
    assertThat(results).doesNotExist();
  }

  @Test
  void theLoadsOfTheProfileKeepTheirBudget() {
    Said said = Said.to("run", "--profile", "cache", "--dry-run");
    said.fine(" loads × 5 rounds = ", " of a budget of 15:00");
    Matcher about = Pattern.compile("about (\\d+):(\\d\\d) of").matcher(said.out());
    assertThat(about.find()).isTrue();
    assertThat(Integer.parseInt(about.group(1))).isLessThan(15);
  }

  @Test
  void onlyTheGroupsOfLoadsAskedForAreRun() throws IOException {
    Said.to("run", "--plan", plan(Workloads.TEXT), "--only", "outage", "--dry-run")
        .fine("outage", "3 loads × 2 rounds");
    Said.to("run", "--plan", plan(Workloads.TEXT), "--only", "outag", "--dry-run")
        .refused(ExitCode.USAGE, "there is no group of loads outag: did you mean \"outage\"?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --against x.jar | --against measures experiments against another build or other servers
          --against-servers docker | --against measures experiments against another build or other
          --rounds 0 | rounds is 0; it goes from 1 to 1000
          --id a/b | "a/b" cannot name a run
          --servers redis=h:1 | the load "memory cache-memory=8m
          --dry-run --json | --json tells how a run went
          """)
  void aWrongWishForLoadsIsAMatterOfUsage(String options, String part) throws IOException {
    String line = "run --plan " + plan(Workloads.TEXT) + " " + options;
    Said.to(line.split(" ", -1)).refused(ExitCode.USAGE, part);
  }

  @Test
  void aWrongPlanOfLoadsIsAMatterOfUsage() throws IOException {
    Said.to("run", "--plan", plan(Workloads.TEXT.replace("gets: 100", "gets: 101")), "--dry-run")
        .refused(ExitCode.USAGE, "the load \"memory ", "gets is 101.0; it goes from 0 to 100");
    Said.to("run", "--plan", plan(Workloads.TEXT.replace("skew", "skw")), "--dry-run")
        .refused(ExitCode.USAGE, "plan.yaml, line 12: unknown word \"skw\": did you mean");
    Said.to("run", "--plan", plan(Workloads.TEXT + "experiments: []\n"), "--dry-run")
        .refused(ExitCode.USAGE, "plan.yaml, line 19: it has both \"experiments\" and \"loads\"");
  }

  @Test
  void aRunOfLoadsCannotBeResumed() {
    Path results = folder.resolve("results");
    Path mine = JsonFile.createFolder(results, "mine");
    WorkloadFiles.FILE.write(mine, WorkloadRecords.record(RunState.OPEN));
    Said.to("run", "--resume", "mine", "--results", results.toString())
        .refused(ExitCode.USAGE, mine + " is a run of loads, and only one of experiments can be");
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
          --profile qick | unknown profile "qick": did you mean "quick"? Choices: smoke, quick, cache, report
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
