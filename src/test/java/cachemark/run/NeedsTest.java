// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.plan.Plans;
import cachemark.plan.Trial;
import cachemark.plan.Variant;
import cachemark.server.ServerKind;
import cachemark.store.PathType;
import cachemark.store.StoreType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

final class NeedsTest {
  private static final Trial FLOOR = trial(floor("FloorBenchmark.memoryGet"));
  private static final Trial ECHO = trial(floor("FloorBenchmark.echo"));
  private static final Trial REDIS = trial(Plans.cell("store=REDIS"));
  private static final Trial MEMCACHED = trial(Plans.cell("store=MEMCACHED"));

  @Test
  void onlyTheStoresOfTheTrialsAreNeeded() {
    assertThat(Needs.of(List.of(FLOOR, ECHO)).stores()).isEmpty();
    assertThat(Needs.of(List.of(REDIS, REDIS, FLOOR)).stores()).containsExactly(StoreType.REDIS);
    assertThat(Needs.of(List.of(REDIS, MEMCACHED)).stores())
        .containsExactlyInAnyOrder(StoreType.REDIS, StoreType.MEMCACHED);
  }

  @Test
  void onlyTheEchoNeedsTheEcho() {
    assertThat(Needs.of(List.of(REDIS, FLOOR)).echo()).isFalse();
    assertThat(Needs.of(List.of(REDIS, ECHO)).echo()).isTrue();
  }

  @Test
  void aCacheInFrontOfATableNeedsBoth() {
    Needs needs = Needs.of(List.of(trial(Plans.cell("cache=REDIS"))));
    assertThat(needs).isEqualTo(new Needs(Set.of(StoreType.REDIS), true, false));
    assertThat(Needs.of(List.of(trial(Plans.cell("cache=NONE")))))
        .isEqualTo(new Needs(Set.of(), true, false));
    assertThat(Needs.of(List.of(REDIS)).database()).isFalse();
  }

  @Test
  void aPathNeedsServersOfItsOwn() {
    Trial repair = trial(Plans.cell("path=PROXY_REPAIR"));
    Needs needs = Needs.of(List.of(repair, repair, trial(Plans.cell("path=DIRECT")), FLOOR));
    assertThat(needs.paths()).containsExactly(PathType.DIRECT, PathType.PROXY_REPAIR);
    assertThat(needs.stores()).isEmpty();
    assertThat(needs.kinds()).containsExactly(ServerKind.MEMCACHED);
    assertThat(Needs.of(List.of(REDIS)).paths()).isEmpty();
  }

  @Test
  void onlyMegabytesNeedAServerOfTheirOwn() {
    assertThat(Needs.capacity(params(Map.of("megabytes", "2200")))).hasValue(2_200);
    assertThat(Needs.capacity(params(Map.of("store", "REDIS")))).isEmpty();
  }

  private static BenchmarkParams params(Map<String, String> values) {
    WorkloadParams params = new WorkloadParams();
    values.forEach((name, value) -> params.put(name, value, 0));
    return new BenchmarkParams(
        "A.b",
        "target",
        false,
        1,
        new int[] {1},
        List.of("g"),
        1,
        0,
        null,
        null,
        org.openjdk.jmh.annotations.Mode.SingleShotTime,
        params,
        TimeUnit.SECONDS,
        1,
        "java",
        List.of(),
        "17",
        "vm",
        "17",
        "1.37",
        TimeValue.NONE);
  }

  private static Cell floor(String benchmark) {
    return new Cell(
        "floor", Variant.FLOOR, benchmark, Mode.SAMPLE, new TreeMap<>(), 1, Placement.SAME);
  }

  private static Trial trial(Cell cell) {
    return new Trial(cell, 1, Plans.TIMING);
  }
}
