// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import cachemark.compare.side.Aspect;
import cachemark.compare.side.CellKey;
import cachemark.compare.side.Series;
import cachemark.compare.side.Side;
import cachemark.result.ResultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JMH's own JSON as a side. */
final class JmhSideTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("results.json"), text);
  }

  private static String entry(String metric) {
    return """
        {"jmhVersion":"1.37","benchmark":"org.elsewhere.Suite.run","mode":"avgt","threads":3,
         "forks":2,"jvm":"/usr/bin/java","jvmArgs":["-Xmx1g"],"jdkVersion":"17.0.15",
         "vmName":"VM","vmVersion":"17.0.15+6-LTS","warmupIterations":1,"warmupTime":"1 s",
         "measurementIterations":2,"measurementTime":"2 s","params":{"size":"10"},
         "primaryMetric":{%s,"scoreUnit":"us/op"},"secondaryMetrics":{"gc":{"rawData":[[1]]}}}
        """
        .formatted(metric);
  }

  private Side side(String... metrics) throws IOException {
    String entries =
        Arrays.stream(metrics).map(JmhSideTest::entry).collect(Collectors.joining(","));
    return Readings.of(file("[" + entries + "]")).main();
  }

  private static Series only(Side side) {
    assertThat(side.cells()).hasSize(1);
    return side.cells().values().iterator().next();
  }

  @Test
  void aForeignSuiteIsRead() throws IOException {
    Side side = side("\"score\":2.5,\"rawData\":[[1,3],[2.5,3.5]]");
    assertThat(side.cells())
        .containsOnlyKeys(
            new CellKey("org.elsewhere.Suite.run", "avgt", 3, new TreeMap<>(Map.of("size", "10"))));
    assertThat(only(side).values()).containsExactly(2, 3);
    assertThat(only(side).unit()).isEqualTo("us/op");
    assertThat(only(side).timing()).contains("warm-up 1 × 1 s, 2 × 2 s");
    assertThat(side.facts().get(Aspect.JDK))
        .containsEntry("java", "17.0.15+6-LTS")
        .containsEntry("flags", "-Xmx1g");
    assertThat(side.servers()).isEmpty();
    assertThat(side.trials()).isEqualTo(new Side.Trials(2, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"NaN\"", "\"+INF\"", "\"-INF\"", "1e999", "0", "-1"})
  void aForkWithoutANumberIsLeftOutAndSaid(String score) throws IOException {
    Side side = side("\"rawData\":[[" + score + "],[2],[3]]");
    assertThat(only(side).values()).containsExactly(2, 3);
    assertThat(side.trials()).isEqualTo(new Side.Trials(2, 1, 0));
    assertThat(side.notes())
        .singleElement()
        .asString()
        .endsWith("has a fork without a number above 0, which is left out");
  }

  @Test
  void sampledTimesAreReadFromTheirHistogram() throws IOException {
    Side side = side("\"rawDataHistogram\":[[[[1,3],[5,1]],[[4,1]]],[[[7,2]]]]");
    assertThat(only(side).values()).containsExactly(3, 7);
  }

  @Test
  void scoresGoBeforeHistograms() throws IOException {
    assertThat(only(side("\"rawDataHistogram\":[[[[1,1]]]],\"rawData\":[[9]]")).values())
        .containsExactly(9);
  }

  @Test
  void aCellThatIsThereTwiceHasTheForksOfBoth() throws IOException {
    Side side = side("\"rawData\":[[1],[2]]", "\"rawData\":[[3]]");
    assertThat(only(side).values()).containsExactly(1, 2, 3);
    assertThat(side.notes()).singleElement().asString().contains(" is there twice; ");
  }

  @Test
  void anEntryWithoutRawDataSaysSo() throws IOException {
    Path file =
        file(
            "["
                + entry("\"score\":1")
                + ","
                + entry("\"rawData\":[[2]]").replace("run", "go")
                + "]");
    Side side = Readings.of(file).main();
    assertThat(side.cells()).hasSize(2);
    assertThat(side.trials()).isEqualTo(new Side.Trials(1, 1, 0));
    assertThat(side.notes()).singleElement().asString().contains(" has no raw data, ");
  }

  @Test
  void manyNotesAreCounted() throws IOException {
    Side side = side("\"rawData\":[[1],[0],[0],[0],[0],[0],[0],[0]]");
    assertThat(side.notes()).hasSize(6);
    assertThat(side.notes().get(5)).endsWith("2 more notes of this kind");
  }

  @Test
  void ourOwnFileIsToldApartByItsLabels() throws IOException {
    String ours =
        """
        {"benchmark":"cachemark.bench.table.SomeBenchmark.run","mode":"ss","threads":1,
         "params":{"experiment":"E1","variant":"today","placement":"same","arm":"%s"},
         "primaryMetric":{"scoreUnit":"s/op","rawData":[[%s],[%s]]}}
        """;
    Side side =
        Readings.of(
                file(
                    "["
                        + ours.replaceFirst(",\"arm\":\"%s\"", "").formatted(1, 2)
                        + ","
                        + ours.formatted("again", 1.5, 3)
                        + ","
                        + ours.formatted("base", 5, 6)
                        + "]"))
            .main();
    assertThat(side.cells().keySet())
        .extracting(CellKey::id)
        .containsExactly("SomeBenchmark.run ss t1 [experiment=E1,placement=same,variant=today]");
    assertThat(only(side).unit()).isEqualTo("s");
    assertThat(side.floor()).isCloseTo(1.5, within(1e-9));
    assertThat(side.notes())
        .singleElement()
        .asString()
        .endsWith(
            "the cells that the run was measured against are left out: compare the run's folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                     | is no JMH result: that is a list of benchmarks",
        "nonsense               | is no JSON, or is cut off: line 1: Unrecognized token 'nonsense'",
        "42                     | is no JMH result: that is a list of benchmarks",
        "{}                     | is no JMH result: that is a list. Of a run of cachemark, name the folder",
        "[]                     | has no valid trial, so there is nothing to compare",
        "[1]                    | is no JMH result: entry 1 is no object",
        "[{}]                   | is no JMH result: entry 1 has no \"benchmark\"",
        "[{\"benchmark\":\"b\"}] | is no JMH result: entry 1 has no \"mode\"",
        "[{\"benchmark\":[]}]   | is no JMH result: entry 1 has something else than text as \"benchmark\"",
        "[{\"threads\":\"x\"}]  | is no JMH result: entry 1 has no count as \"threads\"",
        "[{\"params\":3}]       | is no JMH result: entry 1 has no object as \"params\"",
        "[{\"primaryMetric\":3}] | is no JMH result: entry 1 has no object as \"primaryMetric\"",
        "[{\"primaryMetric\":{\"rawData\":[1]}}] | is no JMH result: entry 1 has lists missing in \"rawData\"",
        "[{\"primaryMetric\":{\"rawData\":[[\"x\"]]}}] | is no JMH result: entry 1 has something else than numbers in its raw data",
        "[{\"benchmark\":\"b\",\"mode\":\"ss\"}] | is no JMH result: entry 1 has no \"primaryMetric\" with a \"scoreUnit\"",
      })
  void whatIsNoResultIsRefusedInASentence(String text, String sentence) throws IOException {
    Path file = file(text);
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> Readings.of(file))
        .withMessageStartingWith(file + " " + sentence);
  }

  @Test
  void whatIsCutOffIsRefused() throws IOException {
    String whole = "[" + entry("\"rawData\":[[1,3]]") + "]";
    for (int length = 1; length < whole.lastIndexOf(']'); length++) {
      Path file = file(whole.substring(0, length));
      assertThatExceptionOfType(ResultException.class)
          .isThrownBy(() -> Readings.of(file))
          .withMessageStartingWith(file + " is no JSON, or is cut off: ");
    }
  }

  @Test
  void whatIsNotThereIsRefused() {
    Path nothing = folder.resolve("nothing");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> Readings.of(nothing))
        .withMessage("there is no such run, folder or file: " + nothing);
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> Readings.of(folder))
        .withMessage("there is no run in " + folder + ": no run.json");
  }
}
