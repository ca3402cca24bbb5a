// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.RunBuilder;
import cachemark.result.RunWriter;
import cachemark.result.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompareCommandTest {
  private static final Cell REDIS = cell("store=REDIS");
  private static final Cell MEMCACHED = cell("store=MEMCACHED");

  @TempDir private Path folder;
  private Path results;

  @BeforeEach
  void twoRuns() {
    results = folder.resolve("results");
    store(run("before", 5, 1));
    store(run("same", 5, 1));
    store(run("slower", 5, 2));
    store(run("short", 2, 1));
    store(new RunBuilder("other", 5).score(cell("store=HEAP"), 1, 7).build());
  }

  @Test
  void theSameTwiceIsWithinNoise() {
    compare("before", "same").fine("same against before", "within noise");
    compare("before", "before").fine("within noise");
  }

  @Test
  void aSuspicionIsNoRegression() {
    compare("before", "slower").fine("suspected slower");
  }

  @Test
  void tooFewRoundsAreSaid() {
    compare("before", "short").fine("too few");
  }

  @Test
  void foldersAndHeadsAndJmhResultsAreTaken() throws IOException {
    compare(results.resolve("before").toString(), results.resolve("same/run.json").toString())
        .fine("within noise");
    Path jmh = folder.resolve("jmh.json");
    Files.writeString(
        jmh,
        """
        [{"benchmark":"a.B.d","mode":"thrpt","threads":1,"forks":1,
          "primaryMetric":{"score":2.0,"scoreUnit":"ops/s","rawData":[[2.0]]}}]
        """);
    compare(jmh.toString(), jmh.toString()).fine("too few");
  }

  @Test
  void aForkWithoutANumberMakesNewIncomplete() throws IOException {
    Path jmh = folder.resolve("jmh.json");
    Files.writeString(
        jmh,
        """
        [{"benchmark":"a.B.d","mode":"thrpt","threads":1,"forks":2,
          "primaryMetric":{"score":"NaN","scoreUnit":"ops/s","rawData":[[2.0],[1.0,"NaN"]]}}]
        """);
    Said said = compare(jmh.toString(), jmh.toString());
    assertThat(said.out()).contains("a fork without a number above 0, which is left out");
    assertThat(said.code()).isEqualTo(ExitCode.INCOMPLETE.code());
  }

  @Test
  void everyFormatGoesToItsFile() throws IOException {
    List<String> words = new ArrayList<>(List.of("before", "slower"));
    for (String form : List.of("table=a.txt", "md=a.md", "comment=c.md", "json=a.json")) {
      words.addAll(List.of("--write", form.replace("=", "=" + folder + "/")));
    }
    words.addAll(List.of("--write", "junit=" + folder.resolve("a.xml"), "--format", "json"));
    Said said = compare(words.toArray(String[]::new));
    assertThat(said.out()).startsWith("{").isEqualTo(read("a.json"));
    assertThat(read("a.txt")).contains("suspected slower");
    assertThat(read("a.md")).contains("|");
    assertThat(read("c.md")).contains("|");
    assertThat(read("a.xml")).startsWith("<?xml");
  }

  @Test
  void anAxisWithinARun() {
    compare("slower", "--along", "store").fine("each value against store=MEMCACHED");
  }

  @Test
  void whatDiffersInMoreThanItMayIsNotCompared() throws IOException {
    Path head = results.resolve("same/run.json");
    Files.writeString(head, Files.readString(head).replace("\"7.0.15\"", "\"8.0.6\""));
    Said said = compare("before", "same");
    assertThat(said.code()).isEqualTo(ExitCode.INCOMPARABLE.code());
    assertThat(said.out()).contains("7.0.15", "8.0.6");
    compare("before", "same", "--across", "server").fine("within noise");
  }

  @Test
  void runsWithoutACommonCellAreNotComparable() {
    compare("before", "other").refused(ExitCode.INCOMPARABLE, "no cell in common");
  }

  @Test
  void aCutJournalIsTakenWithAWarningAndABrokenOneIsNot() throws IOException {
    Path journal = results.resolve("same/trials.jsonl");
    Files.writeString(journal, "{\"cell", UTF_8, StandardOpenOption.APPEND);
    compare("before", "same").fine("was cut off");
    Files.writeString(journal, "x\ny\n", UTF_8, StandardOpenOption.APPEND);
    compare("before", "same").refused(ExitCode.RUN_ERROR, journal + ", line 11 is damaged");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          before | 2 | was measured against nothing: name a second run, or an axis with --along
          before missing | 1 | there is no such run, folder or file: missing
          before same --along store | 2 | --along compares within one run; name one, not two
          before --across jdk | 2 | --across is for two runs, and one is named
          before same --across javas | 2 | "javas" is nothing that can differ
          before --along stor | 2 | no cell of before has an axis "stor": did you mean "store"?
          before --along index | 2 | no cell of before has an axis "index"
          before same --threshold 0 | 2 | the threshold is 0.0
          before same --confirm | 2 | cannot be measured again side by side: run --against BASE.jar
          before --along store --confirm 9 | 2 | --confirm takes 10 rounds or more
          before same --write md=/no/such/a.md | 2 | there is no such folder
          before same --write pdf=a | 2 | pdf
          before same slower | 2 | compare takes one run or two, and here are 3
          """)
  void whatCannotBeMeantIsRefused(String words, int code, String part) {
    Said said = compare(words.split(" ", -1));
    assertThat(said.err()).contains(part).doesNotContain("\tat ");
    assertThat(said.code()).isEqualTo(code);
    assertThat(said.out()).isEmpty();
  }

  private Said compare(String... words) {
    List<String> all = new ArrayList<>(List.of("compare", "--results", results.toString()));
    all.addAll(List.of(words));
    return Said.to(all.toArray(String[]::new));
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private void store(StoredRun run) {
    try (RunWriter writer = RunWriter.create(results, run.head())) {
      run.trials().forEach(writer::append);
    }
  }

  private static StoredRun run(String id, int rounds, double seconds) {
    RunBuilder run = new RunBuilder(id, rounds);
    for (int round = 1; round <= rounds; round++) {
      run.score(MEMCACHED, round, 1 + 0.001 * round);
      run.score(REDIS, round, seconds * (1 + 0.001 * round));
    }
    return run.build();
  }

  private static Cell cell(String... params) {
    return RunBuilder.cell(
        "E1w", Variant.REPORT, "SingleThreadBenchmark.setBatch", Mode.BATCH, 1, params);
  }
}
