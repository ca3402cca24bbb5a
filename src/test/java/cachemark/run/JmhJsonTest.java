// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.plan.Arm;
import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Plans;
import cachemark.result.Iteration;
import cachemark.result.Records;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JmhJsonTest {
  private static final Cell BATCH = Plans.cell("operations=500");
  private static final Cell SAMPLE = Plans.cell(Mode.SAMPLE, 4);

  @TempDir private Path folder;
  private final List<TrialRecord> trials = new ArrayList<>();

  @Test
  void aCellIsAnObjectWithItsForksAndIterations() throws IOException {
    measured(BATCH, Verdict.VALID, scored(1), scored(2), scored(3));
    measured(BATCH, Verdict.SUSPECT, scored(4), scored(5), scored(6));
    JsonNode json = written();

    assertThat(json).hasSize(1);
    JsonNode cell = json.get(0);
    assertThat(cell.path("jmhVersion").asText()).isEqualTo("1.37");
    assertThat(cell.path("benchmark").asText())
        .isEqualTo("cachemark.bench.SingleThreadBenchmark.getBatch");
    assertThat(cell.path("mode").asText()).isEqualTo("ss");
    assertThat(cell.path("threads").asInt()).isEqualTo(1);
    assertThat(cell.path("forks").asInt()).isEqualTo(2);
    assertThat(cell.path("measurementIterations").asInt()).isEqualTo(3);
    assertThat(cell.path("params"))
        .hasToString(
            "{\"operations\":\"500\",\"experiment\":\"E1r\",\"variant\":\"report\","
                + "\"placement\":\"same\"}");
    JsonNode metric = cell.path("primaryMetric");
    assertThat(metric.path("rawData")).hasToString("[[1.0,2.0,3.0],[4.0,5.0,6.0]]");
    assertThat(metric.path("score").asDouble()).isEqualTo(3.5);
    assertThat(metric.path("scoreUnit").asText()).isEqualTo("s/op");
    assertThat(metric.path("scorePercentiles").path("100.0").asDouble()).isEqualTo(6);
  }

  @Test
  void warmUpIsLeftOut() throws IOException {
    measured(BATCH, Verdict.VALID, new Iteration(true, 99, List.of(), List.of()), scored(1));
    assertThat(written().get(0).path("primaryMetric").path("rawData")).hasToString("[[1.0]]");
  }

  @Test
  void invalidTrialsAreLeftOut() throws IOException {
    measured(BATCH, Verdict.VALID, scored(1));
    measured(BATCH, Verdict.INVALID, scored(1_000));
    measured(SAMPLE, Verdict.INVALID, scored(1_000));
    JsonNode json = written();
    assertThat(json).hasSize(1);
    assertThat(json.get(0).path("primaryMetric").path("rawData")).hasToString("[[1.0]]");
  }

  @Test
  void percentilesOfSamplesAreOfTheSamples() throws IOException {
    List<List<Long>> samples = List.of(List.of(10L, 98L), List.of(1_000L, 2L));
    measured(SAMPLE, Verdict.VALID, new Iteration(false, 29.8, List.of(), samples));
    JsonNode metric = written().get(0).path("primaryMetric");
    assertThat(metric.path("score").asDouble()).isEqualTo(29.8);
    assertThat(metric.path("scorePercentiles").path("50.0").asDouble()).isEqualTo(10);
    assertThat(metric.path("scorePercentiles").path("99.9").asDouble()).isEqualTo(1_000);
    assertThat(metric.path("rawDataHistogram")).hasToString("[[[[10,98],[1000,2]]]]");
    assertThat(metric.path("scoreUnit").asText()).isEqualTo("ns/op");
  }

  @Test
  void whatIsNotANumberIsText() throws IOException {
    measured(BATCH, Verdict.VALID, scored(1)); // one score has no error
    JsonNode metric = written().get(0).path("primaryMetric");
    assertThat(metric.path("scoreError")).hasToString("\"NaN\"");
    assertThat(metric.path("scoreConfidence")).hasToString("[\"NaN\",\"NaN\"]");
  }

  @Test
  void aRunWithoutValidTrialsIsAnEmptyList() throws IOException {
    assertThat(written()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path missing = folder.resolve("missing");
    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> JmhJson.write(run(), missing))
        .withMessageStartingWith(missing.resolve("jmh.json") + " cannot be written: ");
  }

  private JsonNode written() throws IOException {
    JmhJson.write(run(), folder);
    return new ObjectMapper().readTree(folder.resolve("jmh.json").toFile());
  }

  private StoredRun run() {
    return new StoredRun(Records.head("run"), trials, List.of());
  }

  private static Iteration scored(double score) {
    return new Iteration(false, score, List.of(), List.of());
  }

  private void measured(Cell cell, Verdict verdict, Iteration... iterations) {
    trials.add(
        new TrialRecord(
            cell,
            1,
            Arm.MAIN,
            trials.size(),
            Instant.EPOCH,
            1,
            null,
            cell.mode().unit(),
            List.of(iterations),
            Map.of(),
            Map.of(),
            verdict,
            List.of()));
  }
}
