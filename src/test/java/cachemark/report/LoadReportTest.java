// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.plan.Placement;
import cachemark.result.BuildFacts;
import cachemark.result.Floor;
import cachemark.result.MachineFacts;
import cachemark.result.ResultException;
import cachemark.result.RunState;
import cachemark.result.ServerFacts;
import cachemark.result.Transport;
import cachemark.result.Verdict;
import cachemark.result.load.LoadFiles;
import cachemark.result.load.LoadMoment;
import cachemark.result.load.LoadRecord;
import cachemark.result.load.LoadSearch;
import cachemark.result.load.LoadSettings;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTimes;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load as it is stored, read back and shown; its numbers are invented. */
final class LoadReportTest {
  private static final Instant THEN = Instant.parse("2026-01-31T10:15:00Z");

  private static final List<Floor> FLOORS =
      List.of(
          new Floor(Placement.SPLIT, Transport.TCP, 25_000, 70_000, 13_000, 6_500),
          new Floor(Placement.SPLIT, Transport.UNIX, 12_500, 35_000, 26_000, 13_000));

  @TempDir private Path folder;

  private static LoadTimes times(long micros) {
    long nanos = micros * 1_000;
    return new LoadTimes(
        1_000, nanos, nanos, nanos * 2, nanos * 3, nanos * 4, nanos * 5, nanos * 6);
  }

  private static LoadStep step(Double rate, long micros, Verdict verdict) {
    LoadTimes open = rate == null ? null : times(micros);
    return new LoadStep(
        rate,
        rate,
        THEN,
        5_000,
        4_999,
        Map.of("sent", 5_000L, "hits", 4_999L, "lost", 1L),
        open,
        times(20),
        open,
        List.of(
            new LoadMoment(0, Map.of("hits", 2_500L), open, times(20), open),
            new LoadMoment(1, Map.of("hits", 2_499L), open, times(21), open)),
        Map.of("clientCpuNanos", 40_000_000L, "gets", 6_000L),
        verdict,
        verdict == Verdict.VALID ? List.of() : List.of("1 requests failed: lost"));
  }

  private static LoadRecord load(
      RunState state, List<LoadStep> steps, Double knee, LoadSearch search) {
    boolean open = steps.isEmpty() || steps.get(0).response() != null;
    return new LoadRecord(
        LoadRecord.SCHEMA_VERSION,
        "mine",
        state,
        THEN,
        state == RunState.COMPLETE ? THEN : null,
        new LoadSettings(
            "REDIS",
            "Redis",
            open ? "POISSON" : null,
            50,
            1,
            1,
            0.9,
            10_000,
            32,
            7,
            3_000,
            2_000,
            5_000,
            Placement.SPLIT),
        new MachineFacts("CPU", 2, 1, "none", "max", "OS", "kernel", "Java", List.of()),
        new BuildFacts("1", "abc", false),
        new ServerFacts(
            "Redis",
            "7.0.15",
            "local process",
            "127.0.0.1:1",
            null,
            "nobody",
            List.of("redis-server"),
            Map.of("maxmemory", "0")),
        FLOORS,
        steps,
        knee,
        search);
  }

  private static LoadRecord sweep() {
    return load(
        RunState.COMPLETE,
        List.of(
            step(1_000.0, 50, Verdict.VALID),
            step(2_000.0, 60, Verdict.VALID),
            step(3_000.0, 9_000, Verdict.SUSPECT)),
        2_000.0,
        null);
  }

  @Test
  void aSweepIsLatencyAgainstLoadWithItsKnee() throws Exception {
    Path page = LoadReport.write(sweep(), folder);
    assertThat(page).isEqualTo(folder.resolve("mine").resolve("index.html"));
    assertThat(Files.readString(page))
        .contains("<svg", "Latency against load", "p99 turns upwards from 2,000 requests/s on")
        .contains("1 requests failed: lost", "27,000")
        .doesNotContain("http://localhost");
    assertThat(Files.readString(page.resolveSibling("report.md")))
        .contains("p50 × floor of 25.0 µs", "loopback TCP | 25.0 | 70.0 |")
        .contains("| 1,000/s | 50.0 | 100 | 150 | 200 | 250 | 300 | 2.00 | 6.00 |")
        .contains("![Latency against load](latency-against-load.png)", "| 3,000/s |", "SUSPECT");
    assertThat(page.resolveSibling("latency-against-load.png")).isNotEmptyFile();
    String svg = Files.readString(page.resolveSibling("latency-against-load.svg"));
    assertThat(svg).startsWith("<?xml").contains("p50 25.0 µs");
  }

  @Test
  void oneLoadIsShownSecondBySecondAndAClosedLoopHasNoResponseTimes() throws Exception {
    LoadStep one = step(null, 0, Verdict.VALID);
    Path page = LoadReport.write(load(RunState.COMPLETE, List.of(one), null, null), folder);
    assertThat(Files.readString(page))
        .contains("Closed loop, second by second", "Service times")
        .doesNotContain("<h3>Response times</h3>");
    assertThat(page.resolveSibling("latency-by-second.svg")).isNotEmptyFile();
  }

  @Test
  void aSearchSaysWhatItFound() throws Exception {
    LoadSearch found = new LoadSearch("p99", 1_000_000, 2_000.0);
    LoadRecord load = load(RunState.COMPLETE, sweep().steps(), null, found);
    assertThat(Files.readString(LoadReport.write(load, folder)))
        .contains("p99 below 1.000 ms up to 2,000 requests/s");
  }

  @Test
  void aLoadThatWasStoppedAtOnceHasNothingToShow() {
    LoadRecord load = load(RunState.OPEN, List.of(), null, null);
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> LoadReport.write(load, folder))
        .withMessageContaining("stopped before anything counted");
  }

  @Test
  void whatIsStoredIsReadBackAndFollowsItsSchema() throws Exception {
    LoadSearch search = new LoadSearch("p99.9", 1, null);
    for (LoadRecord load :
        List.of(
            sweep(),
            load(RunState.OPEN, List.of(), null, search),
            load(RunState.COMPLETE, List.of(step(null, 0, Verdict.VALID)), null, null))) {
      LoadFiles.write(folder, load);
      assertThat(LoadFiles.isLoad(folder)).isTrue();
      assertThat(LoadFiles.read(folder)).isEqualTo(load);
      String json = Files.readString(folder.resolve("load.json"));
      assertThat(schema().validate(new ObjectMapper().readTree(json))).isEmpty();
    }
  }

  @Test
  void aLoadFromBeforeFloorsIsReadAndShownWithoutThem() throws Exception {
    LoadFiles.write(folder, sweep());
    Path file = folder.resolve("load.json");
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    json.put("schemaVersion", 1).remove("floors");
    Files.writeString(file, json.toString());
    LoadRecord load = LoadFiles.read(folder);
    assertThat(load.floors()).isEmpty();
    assertThat(Files.readString(LoadReport.write(load, folder))).doesNotContain("× floor");
  }

  @Test
  void aNewerOrDamagedLoadIsRefusedInASentence() throws Exception {
    Path file = folder.resolve("load.json");
    Files.writeString(file, "{\"schemaVersion\": 3}");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> LoadFiles.read(folder))
        .withMessageContaining("is of schema version 3");
    for (String damaged : List.of("", "[]", "{\"schemaVersion\": 1, \"what\": 0}", "{")) {
      Files.writeString(file, damaged);
      assertThatExceptionOfType(ResultException.class)
          .isThrownBy(() -> LoadFiles.read(folder))
          .withMessageContaining("is damaged");
    }
  }

  private static JsonSchema schema() throws Exception {
    try (InputStream in = LoadReportTest.class.getResourceAsStream("/schema/load.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
  }
}
