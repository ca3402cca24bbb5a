// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static cachemark.load.TableWorld.KEYS;
import static cachemark.load.TableWorld.plan;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cacheaside.Policy;
import cachemark.store.CacheType;
import cachemark.store.Entry;
import cachemark.store.RowStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Loads of a real table with a real cache in front: what is counted. */
final class TableLoadIT {
  /** The keys that a load asks about in its measurement, as its seed has them. */
  private static int[] asked(LoadPlan plan, boolean warmUpToo) {
    Mix mix = new Mix(plan.seed(), plan.keys(), plan.getShare());
    int[] keys = new int[warmUpToo ? 1_000 : 800];
    for (int i = warmUpToo ? 0 : -200; i < keys.length; i++) {
      int request = mix.next();
      if (i >= 0) {
        keys[i] = request;
      }
    }
    return keys;
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMCACHED", "REDIS"})
  void theReportsPolicyHitsExactlyWhatWasCached(CacheType cache) {
    LoadPlan plan = plan(cache, Policy.REPORT, 0.4, 8, 1);
    try (TableWorld world = new TableWorld(plan)) {
      LoadResult result = world.load();
      long cached = 0;
      for (int request : asked(plan, false)) {
        cached += Mix.key(request) < 40 ? 1 : 0;
      }
      Counts counts = result.counts();
      assertThat(counts.count(Effect.CACHE_HIT)).isEqualTo(cached);
      assertThat(counts.count(Effect.CACHE_MISS)).isEqualTo(800 - cached);
      assertThat(counts.count(Effect.ROW_FOUND)).isEqualTo(800 - cached);
      assertThat(counts.count(Effect.CACHE_FILL)).isZero();
      assertThat(counts.hits()).isEqualTo(800);
      assertThat(result.routes().keySet()).containsExactlyInAnyOrder(Route.HIT, Route.MISS);
      assertThat(result.routes().get(Route.HIT).response().count()).isEqualTo(cached);
      assertThat(result.routes().get(Route.MISS).service().count()).isEqualTo(800 - cached);
      world.assertCountedByTheServers(result);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMCACHED", "REDIS"})
  void aReadThroughAnEmptyCacheMissesEveryKeyOnce(CacheType cache) {
    LoadPlan plan = plan(cache, Policy.READ_THROUGH, 0, 1, 1);
    try (TableWorld world = new TableWorld(plan)) {
      LoadResult result = world.load();
      Set<Integer> keys = new HashSet<>();
      for (int request : asked(plan, true)) {
        keys.add(Mix.key(request));
      }
      assertThat(result.asked())
          .containsEntry("gets", 1_000L)
          .containsEntry("hits", 1_000L - keys.size())
          .containsEntry("sets", (long) keys.size())
          .containsEntry("databaseSelects", (long) keys.size());
      world.assertCountedByTheServers(result);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "REDIS, REPORT",
    "REDIS, READ_THROUGH",
    "MEMCACHED, READ_THROUGH_ADD",
    "REDIS, WRITE_THROUGH",
    "MEMCACHED, LEASE",
    "REDIS, LEASE"
  })
  void anUpdateGivesItsRowAnotherValueAndTheCacheWhatThePolicySays(CacheType cache, Policy policy) {
    LoadPlan plan = plan(cache, policy, 1, 8, 0.5);
    try (TableWorld world = new TableWorld(plan)) {
      LoadResult result = world.load();
      Counts counts = result.counts();
      assertThat(counts.stored()).isBetween(300L, 500L);
      assertThat(counts.count(Effect.ROW_UPDATED)).isEqualTo(counts.stored());
      boolean sets = policy == Policy.REPORT || policy == Policy.WRITE_THROUGH;
      Effect effect = sets ? Effect.CACHE_SET : Effect.CACHE_DELETE;
      Effect other = sets ? Effect.CACHE_DELETE : Effect.CACHE_SET;
      assertThat(counts.count(effect)).isEqualTo(counts.stored());
      assertThat(counts.count(other)).isZero();
      assertThat(counts.wrongBytes() + counts.misses() + counts.failed()).isZero();
      assertThat(result.routes().get(Route.UPDATE).response().count()).isEqualTo(counts.stored());
      world.assertCountedByTheServers(result);
      assertUpdated(world, asked(plan, true));
    }
  }

  private static void assertUpdated(TableWorld world, int[] requests) {
    Set<Integer> updated = new HashSet<>();
    for (int request : requests) {
      if (!Mix.isGet(request)) {
        updated.add(Mix.key(request));
      }
    }
    try (RowStore rows = world.rows.open()) {
      Iterator<Entry> before = world.records.entries(KEYS);
      for (int i = 0; i < KEYS; i++) {
        Entry entry = before.next();
        byte[] now = rows.select(entry.key());
        assertThat(world.records.version(i, now)).isNotNegative();
        assertThat(!Arrays.equals(now, entry.value())).isEqualTo(updated.contains(i));
      }
    }
  }

  /** Few keys, many connections: what is read late is filled late. */
  private static LoadResult race(CacheType cache, Policy policy) {
    LoadPlan usual = plan(cache, policy, 0, 32, 0.6);
    LoadPlan plan =
        new LoadPlan(
            usual.subject(),
            null,
            usual.spacing(),
            32,
            32,
            1,
            0.6,
            8,
            32,
            7,
            Duration.ofMillis(500),
            Duration.ofSeconds(6),
            Duration.ofSeconds(5));
    try (TableWorld world = new TableWorld(plan)) {
      LoadResult result = LoadRig.run(plan, world.records, world::open, HistogramLog.none(), world);
      world.assertCountedByTheServers(result);
      assertThat(result.counts().wrongBytes() + result.counts().failed()).isZero();
      return result;
    }
  }

  @ParameterizedTest
  @CsvSource({"MEMCACHED, READ_THROUGH", "REDIS, READ_THROUGH", "MEMCACHED, READ_THROUGH_ADD"})
  void aLateFillIsSeenAsStaleReads(CacheType cache, Policy policy) {
    LoadResult result = race(cache, policy);
    assertThat(result.counts().count(Effect.STALE_READ)).isPositive();
    assertThat(result.staleness().spells()).isPositive();
    assertThat(result.staleness().longestNanos())
        .isPositive()
        .isGreaterThanOrEqualTo(result.staleness().p99Nanos());
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMCACHED", "REDIS"})
  void underLeasesNothingStaleIsRead(CacheType cache) {
    LoadResult result = race(cache, Policy.LEASE);
    assertThat(result.counts().hits()).isGreaterThan(1_000);
    assertThat(result.counts().count(Effect.LEASE_FILLED)).isPositive();
    assertThat(result.counts().count(Effect.LEASE_GONE) + result.counts().count(Effect.LEASE_LOST))
        .isPositive();
    assertThat(result.counts().count(Effect.STALE_READ)).isZero();
    assertThat(result.staleness()).isEqualTo(new Staleness(0, 0, 0));
  }

  @Test
  void aTableAloneIsAskedForEverything() {
    LoadPlan plan = plan(CacheType.NONE, Policy.READ_THROUGH, 0, 8, 0.75);
    try (TableWorld world = new TableWorld(plan)) {
      LoadResult result = world.load();
      Counts counts = result.counts();
      assertThat(counts.effects().keySet())
          .containsExactlyInAnyOrder(Effect.ROW_FOUND, Effect.ROW_UPDATED);
      assertThat(counts.count(Effect.ROW_FOUND)).isEqualTo(counts.hits());
      assertThat(result.routes().keySet()).containsExactlyInAnyOrder(Route.READ, Route.UPDATE);
      assertThat(result.cpuNanos()).isPositive();
      world.assertCountedByTheServers(result);
    }
  }

  @Test
  void aValueThatIsAnothersAndARowThatIsGoneAreNoticed() {
    LoadPlan plan = plan(CacheType.MEMCACHED, Policy.REPORT, 0, 4, 1);
    try (TableWorld world = new TableWorld(plan)) {
      world.admin.flush();
      world.admin.load(world.records.entries(50));
      try (RowStore rows = world.rows.open()) {
        rows.update(world.records.key(7), world.records.value(8, 32, 0));
      }
      LoadResult result = world.load();
      assertThat(result.counts().misses()).isBetween(300L, 500L);
      assertThat(result.counts().wrongBytes()).isBetween(1L, 30L);
      assertThat(result.counts().count(Effect.ROW_MISSING)).isEqualTo(result.counts().misses());
    }
  }
}
