// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cacheaside.Policy;
import cachemark.cacheaside.Rules;
import cachemark.load.CachedTable;
import cachemark.load.LoadPlan;
import cachemark.load.Rate;
import cachemark.load.Spacing;
import cachemark.plan.workload.CacheEvent;
import cachemark.plan.workload.LoadCell;
import cachemark.plan.workload.LoadGroup;
import cachemark.plan.workload.WorkloadPlan;
import cachemark.result.RunState;
import cachemark.result.ServerFacts;
import cachemark.result.Verdict;
import cachemark.result.load.LoadStep;
import cachemark.result.workload.WorkloadFiles;
import cachemark.result.workload.WorkloadLoad;
import cachemark.result.workload.WorkloadRecord;
import cachemark.server.docker.Images;
import cachemark.server.source.SourceChoice;
import cachemark.server.source.SourceType;
import cachemark.store.CacheMemory;
import cachemark.store.CacheType;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Eviction;
import cachemark.store.Expiry;
import cachemark.store.Index;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads of a workload on servers that are started for it. */
final class WorkloadRunnerIT implements WorkloadListener {
  private static final SourceChoice LOCAL =
      new SourceChoice(SourceType.LOCAL, Images.OFFICIAL, Map.of());

  private static final Rules RULES =
      new Rules(Policy.READ_THROUGH, Expiry.NEVER, 0, null, false, true);

  @TempDir private Path results;
  private final Map<LoadCell, LoadPlan> loads = new LinkedHashMap<>();
  private int told;

  @Override
  public void news(String words) {}

  @Override
  public void begun(Path folder) {}

  @Override
  public void loadBegun(LoadCell cell, int round, int number, int of) {
    assertThat(number).isEqualTo(++told);
  }

  @Override
  public void loadEnded(LoadCell cell, LoadStep step) {}

  private static CachedTable table(CacheType cache, @Nullable CacheMemory memory) {
    return new CachedTable(
        cache,
        RULES,
        memory,
        1,
        0,
        Index.PRIMARY,
        DriverType.MARIADB_CONNECTOR,
        Durability.RELAXED);
  }

  /** Values of many lengths. */
  private static CachedTable spread() {
    return new CachedTable(
        CacheType.MEMCACHED,
        RULES,
        null,
        1,
        0,
        Index.PRIMARY,
        DriverType.MARIADB_CONNECTOR,
        Durability.RELAXED,
        1.5);
  }

  private static LoadPlan plan(
      CachedTable table, @Nullable Rate rate, int keys, int valueBytes, int millis) {
    return new LoadPlan(
        table,
        rate,
        Spacing.CONSTANT,
        4,
        4,
        1,
        1,
        keys,
        0.9,
        valueBytes,
        7,
        Duration.ofMillis(200),
        Duration.ofMillis(millis),
        Duration.ofSeconds(2),
        null);
  }

  private WorkloadRecord run(int rounds) {
    WorkloadPlan plan =
        new WorkloadPlan(
            "it", rounds, 60, Map.of(), List.of(new LoadGroup("any", null, null, null, null)));
    WorkloadRunner.Stored stored =
        new WorkloadRunner(this)
            .run(new WorkloadRequest(plan, loads, LOCAL, null, 7, results, "it"));
    assertThat(WorkloadFiles.FILE.read(stored.folder())).isEqualTo(stored.workload());
    assertThat(stored.workload().state()).isEqualTo(RunState.COMPLETE);
    return stored.workload();
  }

  private void want(String name, LoadPlan plan, CacheEvent... events) {
    loads.put(new LoadCell(name, null, Map.of("name", name), List.of(events)), plan);
  }

  private static LoadStep step(WorkloadRecord record, String group) {
    Optional<WorkloadLoad> found =
        record.loads().stream().filter(load -> load.group().equals(group)).findFirst();
    return found.orElseThrow().step();
  }

  @Test
  void everyStoreIsMeasuredInEveryRoundAndWhatHasLittleMemoryGivesUpValues() {
    want("none", plan(table(CacheType.NONE, null), null, 200, 100, 400));
    want("memcached", plan(table(CacheType.MEMCACHED, null), null, 200, 100, 400));
    want("redis", plan(table(CacheType.REDIS, null), null, 200, 100, 400));
    want("spread", plan(spread(), null, 200, 300, 400));
    CacheMemory little = new CacheMemory(8, Eviction.LRU);
    want("little", plan(table(CacheType.MEMCACHED, little), null, 20_000, 1_000, 400));
    WorkloadRecord record = run(2);
    assertThat(record.loads()).hasSize(10);
    assertThat(record.planned()).isEqualTo(5);
    assertThat(record.loads().stream().filter(load -> load.round() == 2)).hasSize(5);
    assertThat(record.servers().stream().map(ServerFacts::name)).hasSize(3);
    assertThat(record.loads())
        .allSatisfy(load -> assertThat(load.step().verdict()).isEqualTo(Verdict.VALID));
    LoadStep none = step(record, "none");
    assertThat(none.queries()).isEqualTo(none.count("sent")).isPositive();
    for (String cached : List.of("memcached", "redis", "spread")) {
      assertThat(step(record, cached).hitRatio()).hasValue(1);
      assertThat(step(record, cached).queries()).isZero();
    }
    LoadStep little1 = step(record, "little");
    assertThat(little1.hitRatio().orElseThrow()).isBetween(0.1, 0.98);
    assertThat(little1.costs().get("evictions")).isPositive();
  }

  @Test
  void aCacheThatIsKilledAndRevivedIsFallenBackFromAndThenFilledAgain() {
    for (CacheType cache : List.of(CacheType.MEMCACHED, CacheType.REDIS)) {
      want(
          cache.name(),
          plan(table(cache, null), Rate.of(300), 200, 100, 4_000),
          new CacheEvent(1_000, CacheEvent.What.KILL),
          new CacheEvent(2_000, CacheEvent.What.REVIVE));
    }
    WorkloadRecord record = run(1);
    for (WorkloadLoad load : record.loads()) {
      LoadStep step = load.step();
      assertThat(load.events()).hasSize(2);
      assertThat(step.failed()).isZero();
      assertThat(step.seconds().get(0).counts()).doesNotContainKey("cacheFailures");
      assertThat(step.seconds().get(1).counts().get("cacheFailures")).isPositive();
      assertThat(step.seconds().get(1).counts().get("rowsFound")).isPositive();
      Map<String, Long> last = step.seconds().get(3).counts();
      assertThat(last).doesNotContainKey("cacheFailures");
      assertThat(last.get("cacheHits")).isPositive();
    }
  }

  @Test
  void aFlushEmptiesTheCacheInTheMidst() {
    want(
        "flushed",
        plan(table(CacheType.REDIS, null), Rate.of(300), 200, 100, 2_000),
        new CacheEvent(1_000, CacheEvent.What.FLUSH));
    LoadStep step = step(run(1), "flushed");
    assertThat(step.seconds().get(0).counts()).doesNotContainKey("cacheMisses");
    assertThat(step.seconds().get(1).counts().get("cacheMisses")).isPositive();
  }
}
