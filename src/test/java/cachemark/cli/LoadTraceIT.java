// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.result.Verdict;
import cachemark.result.load.LoadFiles;
import cachemark.result.load.LoadRecord;
import cachemark.result.load.LoadReplay;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTrace;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code load --trace} on real servers: what a trace demands is what is counted. */
final class LoadTraceIT {
  private static final int KEYS = 20;

  @TempDir private Path folder;
  private final StringBuilder trace = new StringBuilder();
  private OwnLoads loads;

  @BeforeEach
  void useAFolderOfItsOwn() throws Exception {
    loads = new OwnLoads(folder);
  }

  @AfterEach
  void useTheUsualOneAgain() {
    loads.close();
  }

  private void add(int second, int key, int valueBytes, String operation, int ttl) {
    trace.append(second).append(",nz:u:").append(key).append(",6,").append(valueBytes);
    trace.append(",1,").append(operation).append(',').append(ttl).append('\n');
  }

  private void getsOfAllKeys(int second) {
    for (int key = 0; key < KEYS; key++) {
      add(second, key, 100 + 10 * key, key % 2 == 0 ? "get" : "gets", 0);
    }
  }

  /**
   * Each key is read three times; 5 are updated and 2 removed after the second, and these are read
   * once more.
   */
  private void threeRounds() {
    getsOfAllKeys(1_000);
    getsOfAllKeys(1_001);
    for (int key = 0; key < 5; key++) {
      add(1_001, key, 1_000, "set", 86_400);
    }
    trace.append("1001,nz:u:0,6\n");
    for (int key = 5; key < 7; key++) {
      add(1_001, key, 0, "delete", 0);
    }
    getsOfAllKeys(1_002);
    add(1_002, 5, 0, "get", 0);
    add(1_002, 6, 0, "get", 0);
  }

  private Said replay(String options) throws IOException {
    Path file = Files.writeString(folder.resolve("nz.csv"), trace);
    List<String> words = new ArrayList<>(List.of("--table", "--trace", file.toString()));
    words.addAll(List.of(options.split(" ")));
    return loads.load(words.toArray(String[]::new));
  }

  private static void assertDemanded(LoadStep step) {
    assertThat(step.count("sent")).isEqualTo(69);
    assertThat(step.count("hits")).isEqualTo(62);
    assertThat(step.count("cacheHits")).isEqualTo(20 + 13 + 2);
    assertThat(step.count("cacheMisses")).isEqualTo(20 + 7);
    assertThat(step.count("cacheFills")).isEqualTo(27);
    assertThat(step.count("rowsFound")).isEqualTo(27);
    assertThat(step.count("stored")).isEqualTo(5);
    assertThat(step.count("rowsUpdated")).isEqualTo(5);
    assertThat(step.count("removed")).isEqualTo(2);
    assertThat(step.count("cacheDeletes")).isEqualTo(5 + 2);
    assertThat(step.count("wrongBytes") + step.count("misses") + step.failed()).isZero();
    assertThat(step.routes()).containsOnlyKeys("hit", "miss", "update", "removal");
    assertThat(step.routes().get("miss").service().count()).isEqualTo(27);
    assertThat(step.staleness().staleReads()).isZero();
    assertThat(step.reasons()).noneMatch(reason -> reason.contains("counte"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"memcached", "redis"})
  void hitsMissesUpdatesAndRemovalsAreThoseThatTheTraceDemands(String store) throws Exception {
    threeRounds();
    replay(
            "--trace-speed 2 --warmup 0s --connections 1 --keys 10000 --duration 60s --store "
                + store)
        .fine(
            "trace nz.csv, at 2 times its pace",
            "open loop, arrivals as in the trace",
            "of removals",
            "hit ratio 56.45 %",
            "trace: 70 lines were read, with those of the warm-up, and 1 of them refused, the first"
                + " for line 46: \"1001,nz:u:0,6\" has 3 columns",
            "20 of 10,000 rows were asked for, and 0.0 % of the requests",
            "the trace was over after ");
    LoadRecord load = LoadFiles.read(loads.results());
    assertThat(load.settings().trace()).isEqualTo(new LoadTrace("nz.csv", 2.0));
    assertThat(load.settings().spacing()).isEqualTo("TRACE");
    assertThat(load.settings().getShare()).isNull();
    LoadStep step = load.steps().get(0);
    assertDemanded(step);
    LoadReplay replay = step.replay();
    assertThat(replay.lines()).isEqualTo(70);
    assertThat(replay.refused()).isEqualTo(1);
    assertThat(replay.rowsAsked()).isEqualTo(KEYS);
    assertThat(replay.shared() + replay.skipped() + replay.resized()).isZero();
    assertThat(replay.ended()).isTrue();
    assertThat(step.measuredMillis()).isBetween(1_300L, 40_000L);
    assertThat(step.seconds()).hasSizeBetween(2, 41);
    assertThat(step.response().count()).isEqualTo(69);
    assertThat(step.cache().itemsHeld()).isEqualTo(KEYS);
    assertThat(step.cache().serverHitRatio()).isEqualTo(35.0 / 62);
    assertThat(step.verdict()).isEqualTo(Verdict.SUSPECT); // 1 line of 70 is more than 1 %
    assertThat(step.reasons()).contains("1 of 70 lines of the trace are no records");
    assertThat(step.costs()).containsEntry("databaseUpdates", 5L);
    assertFollowsItsSchema();
    assertThat(Files.readString(folder.resolve("charts/mine/report.md")))
        .contains("trace nz.csv, at 2 times its pace", "| as in the trace | removal | 2 |")
        .contains("## Trace nz.csv", "70 lines were read");
  }

  private void assertFollowsItsSchema() throws IOException {
    String json = Files.readString(loads.results().resolve("load.json"));
    try (InputStream in = LoadTraceIT.class.getResourceAsStream("/schema/load.schema.json")) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
      assertThat(schema.validate(new ObjectMapper().readTree(json))).isEmpty();
    }
  }

  @Test
  void asFastAsItGoesTheSameIsCounted() throws Exception {
    threeRounds();
    replay("--trace-speed max --warmup 0s --connections 1 --keys 10000 --duration 60s")
        .fine("trace nz.csv, as fast as it goes", "closed loop", "the trace was over after ");
    LoadStep step = LoadFiles.read(loads.results()).steps().get(0);
    assertDemanded(step);
    assertFollowsItsSchema();
    assertThat(step.response()).isNull();
    assertThat(step.measuredMillis()).isLessThan(40_000);
  }

  @Test
  void aTableAloneIsAskedForEverythingButDeletes() throws Exception {
    threeRounds();
    replay("--trace-speed 4 --warmup 0s --store none --duration 60s")
        .fine("2 deletes were left out, since there is no cache");
    LoadStep step = LoadFiles.read(loads.results()).steps().get(0);
    assertThat(step.count("sent")).isEqualTo(67);
    assertThat(step.count("rowsFound")).isEqualTo(62);
    assertThat(step.count("rowsUpdated")).isEqualTo(5);
    assertThat(step.count("wrongBytes") + step.failed()).isZero();
    assertThat(step.replay().skipped()).isEqualTo(2);
  }

  /** Whatever the row is when the trace begins, and whoever wrote it last. */
  @ParameterizedTest
  @ValueSource(strings = {"memcached", "redis"})
  void aValueExpiresWhenTheTraceSays(String store) throws Exception {
    add(0, 1, 50, "set", 4);
    add(0, 1, 50, "get", 0);
    add(0, 2, 50, "set", 600);
    add(0, 2, 50, "get", 0);
    add(9, 1, 50, "get", 0);
    add(9, 2, 50, "get", 0);
    replay("--warmup 0s --connections 1 --policy write-through --duration 60s --store " + store)
        .fine("trace nz.csv, at its own pace");
    LoadStep step = LoadFiles.read(loads.results()).steps().get(0);
    assertThat(step.count("cacheSets")).isEqualTo(2);
    assertThat(step.count("cacheHits")).isEqualTo(3);
    assertThat(step.count("cacheMisses")).isEqualTo(1);
    assertThat(step.measuredMillis()).isBetween(9_500L, 40_000L);
  }

  @Test
  void aTraceThatIsLongerThanTheLoadIsCut() throws Exception {
    for (int second = 0; second < 100; second++) {
      getsOfAllKeys(second);
    }
    replay("--trace-speed 2 --warmup 500ms --duration 1s --connections 1")
        .fine("hit ratio 100.00 %");
    LoadStep step = LoadFiles.read(loads.results()).steps().get(0);
    assertThat(step.count("sent")).isEqualTo(2 * KEYS);
    assertThat(step.replay().lines()).isEqualTo(3 * KEYS);
    assertThat(step.replay().ended()).isFalse();
    assertThat(step.measuredMillis()).isEqualTo(1_000);
  }
}
