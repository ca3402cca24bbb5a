// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.plan.PlanException;
import cachemark.plan.workload.CacheEvent.What;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WorkloadPlanTest {
  private final WorkloadPlan plan = Workloads.read(Workloads.TEXT);

  private static LoadGroup group(Map<String, String> with, Map<String, List<String>> vary) {
    return new LoadGroup("any", null, with, vary, null);
  }

  @Test
  void everyCombinationIsALoadOnEveryStoreThatHasIt() {
    String shared = " duration=8s gets=100 keys=1000 ";
    assertThat(plan.cells())
        .extracting(LoadCell::id)
        .containsExactly(
            "memory" + shared + "skew=0.9 store=none warmup=1s",
            "memory cache-memory=8m" + evicted("lru", "memcached"),
            "memory cache-memory=16m" + evicted("lru", "memcached"),
            "memory cache-memory=8m" + evicted("lru", "redis"),
            "memory cache-memory=8m" + evicted("lfu", "redis"),
            "memory cache-memory=16m" + evicted("lru", "redis"),
            "memory cache-memory=16m" + evicted("lfu", "redis"),
            "outage" + shared + "rate=2k store=none warmup=1s",
            "outage duration=8s fall-back=true gets=100 keys=1000 rate=2k store=memcached warmup=1s",
            "outage duration=8s fall-back=true gets=100 keys=1000 rate=2k store=redis warmup=1s");
  }

  private static String evicted(String eviction, String store) {
    return " duration=8s eviction="
        + eviction
        + " gets=100 keys=1000 skew=0.9 store="
        + store
        + " warmup=1s";
  }

  @Test
  void eventsHappenToCachesOnly() {
    assertThat(plan.cells())
        .filteredOn(cell -> cell.group().equals("outage"))
        .allSatisfy(
            cell ->
                assertThat(cell.events())
                    .isEqualTo(
                        cell.words().get("store").equals("none")
                            ? List.of()
                            : List.of(
                                new CacheEvent(2_000, What.KILL),
                                new CacheEvent(5_000, What.REVIVE))));
  }

  @Test
  void aStoreThatIsNamedIsTheOnlyOne() {
    for (LoadGroup group :
        List.of(
            group(Map.of("store", "redis"), Map.of()),
            group(Map.of(), Map.of("store", List.of("redis"))))) {
      assertThat(group.cells(Map.of("keys", "5")))
          .extracting(LoadCell::id)
          .containsExactly("any keys=5 store=redis");
    }
  }

  @Test
  void whatTheGroupSaysGoesBeforeWhatThePlanDoes() {
    LoadGroup group = group(Map.of("store", "redis", "gets", "5"), Map.of("keys", List.of("7")));
    assertThat(group.cells(Map.of("keys", "5", "gets", "1")))
        .extracting(LoadCell::id)
        .containsExactly("any gets=5 keys=7 store=redis");
  }

  @Test
  void anEvictionWithoutAMemoryIsLeftOut() {
    assertThat(group(Map.of("eviction", "lfu"), Map.of()).cells(Map.of()))
        .extracting(LoadCell::id)
        .containsExactly("any store=none", "any store=memcached", "any store=redis");
  }

  @Test
  void aGroupThatCannotBeIsRefused() {
    LoadGroup lfu =
        group(Map.of("store", "memcached", "eviction", "lfu", "cache-memory", "8m"), Map.of());
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> lfu.cells(Map.of()))
        .withMessage("any has no load that there can be: memcached has no eviction lfu");
  }

  @Test
  void otherRoundsTakeOtherTime() {
    WorkloadPlan more = plan.withRounds(6);
    assertThat(more.rounds()).isEqualTo(6);
    assertThat(more.budgetSeconds()).isEqualTo(180);
    assertThat(more.cells()).isEqualTo(plan.cells());
  }

  @Test
  void onlyTheGroupsAskedForAreLeft() {
    assertThat(plan.only(List.of("outage")).cells())
        .hasSize(3)
        .allSatisfy(cell -> assertThat(cell.group()).isEqualTo("outage"));
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> plan.only(List.of("outages")))
        .withMessage(
            "there is no group of loads outages: did you mean \"outage\"? Choices: memory, outage");
  }
}
