// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.plan.Plans;
import cachemark.plan.Trial;
import cachemark.plan.Variant;
import cachemark.store.StoreType;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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

  private static Cell floor(String benchmark) {
    return new Cell(
        "floor", Variant.FLOOR, benchmark, Mode.SAMPLE, new TreeMap<>(), 1, Placement.SAME);
  }

  private static Trial trial(Cell cell) {
    return new Trial(cell, 1, Plans.TIMING);
  }
}
