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
import cachemark.result.load.LoadCache;
import cachemark.result.load.LoadFiles;
import cachemark.result.load.LoadMoment;
import cachemark.result.load.LoadRecord;
import cachemark.result.load.LoadRoute;
import cachemark.result.load.LoadSearch;
import cachemark.result.load.LoadSettings;
import cachemark.result.load.LoadStaleness;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTable;
import cachemark.result.load.LoadTimes;
import com.fasterxml.jackson.databind.JsonNode;
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
        2_000L,
        5_000,
        4_999,
        Map.of("sent", 5_000L, "hits", 4_999L, "lost", 1L),
        open,
        times(20),
        open,
        Map.of(),
        null,
        null,
        null,
        List.of(
            new LoadMoment(0, Map.of("hits", 2_500L), open, times(20), open, Map.of()),
            new LoadMoment(1, Map.of("hits", 2_499L), open, times(21), open, Map.of())),
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
            0.99,
            32,
            7,
            3_000,
            2_000,
            5_000,
            Placement.SPLIT,
            null,
            null),
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
        null,
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
            table(),
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

  /** A cache that answered 80 of 100 look-ups and then was away for a second. */
  private static LoadRecord table() {
    LoadRoute route = new LoadRoute(times(90), times(80));
    Map<String, Long> counts =
        Map.ofEntries(
            Map.entry("sent", 130L),
            Map.entry("hits", 100L),
            Map.entry("stored", 20L),
            Map.entry("refused", 10L),
            Map.entry("cacheHits", 80L),
            Map.entry("cacheMisses", 20L),
            Map.entry("cacheFills", 20L),
            Map.entry("cacheDeletes", 20L),
            Map.entry("cacheLeased", 5L),
            Map.entry("leasesTaken", 18L),
            Map.entry("leasesFilled", 15L),
            Map.entry("leasesLost", 1L),
            Map.entry("leasesGone", 2L),
            Map.entry("rowsFound", 20L),
            Map.entry("rowsUpdated", 24L));
    Map<String, LoadRoute> routes = Map.of("hit", route, "miss", route, "update", route);
    LoadStep plain = step(100.0, 90, Verdict.SUSPECT);
    LoadStep step =
        new LoadStep(
            100.0,
            100.0,
            THEN,
            2_000L,
            65,
            60,
            counts,
            times(90),
            times(80),
            times(1),
            routes,
            new LoadCache(1_000L, 123_000L, 7L, 0.75, 0.7501),
            new LoadStaleness(100, 3, 30_000, 2, 1_000_000, 2_000_000),
            null,
            List.of(
                new LoadMoment(0, counts, times(90), times(80), times(1), routes),
                new LoadMoment(1, Map.of("hits", 9L), times(9), times(8), times(1), Map.of())),
            Map.of("databaseCpuNanos", 1_300_000L, "databaseSelects", 20L),
            plain.verdict(),
            List.of("10 requests failed: refused"));
    LoadRecord cache = load(RunState.COMPLETE, List.of(step), null, null);
    LoadSettings s = cache.settings();
    return new LoadRecord(
        cache.schemaVersion(),
        cache.runId(),
        cache.state(),
        THEN,
        THEN,
        new LoadSettings(
            "TABLE",
            "a table with Redis in front",
            s.spacing(),
            50,
            50,
            1,
            s.getShare(),
            s.keys(),
            s.skew(),
            s.valueBytes(),
            s.seed(),
            s.warmupMillis(),
            s.durationMillis(),
            s.answerMillis(),
            s.placement(),
            new LoadTable(
                "redis",
                "lease",
                "60s",
                0.1,
                true,
                "5s",
                "64m",
                "lfu",
                0.5,
                0.25,
                "primary",
                "mariadb-connector",
                "fsync",
                true,
                0.5),
            null),
        cache.machine(),
        cache.build(),
        cache.server(),
        new ServerFacts(
            "MariaDB",
            "10.11",
            "local process",
            "127.0.0.1:2",
            null,
            "me",
            List.of("mariadbd"),
            Map.of("port", "2")),
        FLOORS,
        cache.steps(),
        null,
        null);
  }

  @Test
  void aTableIsShownWithItsHitRatioItsQueriesAndEachWayByItself() throws Exception {
    Path page = LoadReport.write(table(), folder);
    assertThat(Files.readString(page))
        .contains("Cache in front", "Response times by the way", "Reads that missed the cache")
        .contains("p50 of hits", "p50 of misses", "p50 of updates", "MariaDB 10.11")
        .contains("requests failed in 1 of 2 seconds, the first in second 1");
    assertThat(Files.readString(page.resolveSibling("report.md")))
        .contains("| 100/s | 80.00 | 80 | 20 | 20 | 0 | 20 |")
        .contains("| 100/s | 1,000 | 123 | 7 | 75.00 | 75.01 |")
        .contains("| 100/s | 18 | 15 | 3 | 5 |")
        .contains("| 100/s | 100 | 3 | 30,000.0 | 2 | 1,000 | 2,000 |")
        .contains("| 100/s | 22.0 | 20 | 0 | 0 | 24 |")
        .contains("| 100/s | hit | 1,000 | 90.0 | 180 | 270 | 360 | 540 |")
        .contains("| 100/s | hit | 1,000 | 80.0 | 160 | 240 | 320 | 480 |")
        .contains(
            "lease in single flight falling back to the table, ttl 60s ± 10 %, of missing rows 5s, 64m of memory by lfu, 50 % cached at the start; table: 25 % of the keys without a row, lengths log-normal by 0.50, primary key");
  }

  @Test
  void aLoadFromBeforeTablesIsReadAsOneOfACacheAlone() throws Exception {
    LoadFiles.write(folder, sweep());
    Path file = folder.resolve("load.json");
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    json.put("schemaVersion", 2).remove("database");
    ((ObjectNode) json.path("settings")).remove("table");
    for (JsonNode step : json.path("steps")) {
      ((ObjectNode) step).remove("routes");
      ((ObjectNode) step).remove("cache");
      ((ObjectNode) step).remove("staleness");
      step.path("seconds").forEach(second -> ((ObjectNode) second).remove("routes"));
    }
    Files.writeString(file, json.toString());
    LoadRecord load = LoadFiles.read(folder);
    assertThat(load.settings().table()).isNull();
    assertThat(load.steps()).isEqualTo(sweep().steps());
    assertThat(Files.readString(LoadReport.write(load, folder)))
        .contains("Latency against load")
        .doesNotContain("Cache in front", "by the way");
  }

  @Test
  void aLoadFromBeforeSkewIsReadAsOneOfKeysAskedForEquallyOften() throws Exception {
    LoadFiles.write(folder, sweep());
    Path file = folder.resolve("load.json");
    assertThat(Files.readString(LoadReport.write(sweep(), folder)))
        .contains("gets of 10,000 keys by Zipf's law, skew 0.99, values");
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    json.put("schemaVersion", 3);
    ((ObjectNode) json.path("settings")).remove("skew");
    Files.writeString(file, json.toString());
    LoadRecord load = LoadFiles.read(folder);
    assertThat(load.settings().skew()).isZero();
    assertThat(Files.readString(LoadReport.write(load, folder)))
        .contains("gets of 10,000 keys, values");
  }

  @Test
  void aLoadFromBeforeTracesIsReadAsOneThatLastedAsLongAsWasAsked() throws Exception {
    LoadFiles.write(folder, table());
    Path file = folder.resolve("load.json");
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    json.put("schemaVersion", 4);
    ((ObjectNode) json.path("settings")).remove("trace");
    for (JsonNode step : json.path("steps")) {
      ((ObjectNode) step).remove("measuredMillis");
      ((ObjectNode) step).remove("replay");
    }
    Files.writeString(file, json.toString());
    LoadRecord load = LoadFiles.read(folder);
    assertThat(load.settings().trace()).isNull();
    assertThat(load.steps().get(0).measuredMillis(load.settings())).isEqualTo(2_000);
    assertThat(Files.readString(LoadReport.write(load, folder)))
        .contains("90 % reads of 10,000 records by Zipf's law, skew 0.99, the others updates")
        .doesNotContain("Trace ");
  }

  @Test
  void aNewerOrDamagedLoadIsRefusedInASentence() throws Exception {
    Path file = folder.resolve("load.json");
    Files.writeString(file, "{\"schemaVersion\": 6}");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> LoadFiles.read(folder))
        .withMessageContaining("is of schema version 6");
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
