// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachemark.plan.workload.Shows;
import cachemark.result.Verdict;
import cachemark.result.workload.WorkloadLoad;
import cachemark.stats.Ratio;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PairingTest {
  private static Group group(List<List<WorkloadLoad>> loads) {
    return Group.of(loads.stream().flatMap(List::stream).toList()).get(0);
  }

  private static List<WorkloadLoad> loads(String store, int keys, double perSecond) {
    return Invented.of(store).keys(keys).perSecond(perSecond).rounds("g", Shows.MIX, 5);
  }

  @Test
  void likeIsComparedWithLikeAndEachRoundWithItself() {
    Group group =
        group(
            List.of(
                loads("memcached", 10, 2_000),
                loads("memcached", 99, 8_000),
                loads("redis", 10, 1_000),
                loads("redis", 99, 2_000)));
    Pairing pairing = Pairing.ofStores(group.cells(), "MEMCACHED", "REDIS");
    assertThat(pairing.pairs()).hasSize(2);
    Ratio ratio = pairing.ratio(Measures::perSecond).orElseThrow();
    assertThat(ratio.value()).isCloseTo(Math.sqrt(2 * 4), within(1e-9));
    assertThat(ratio.rounds()).isEqualTo(5);
    assertThat(ratio.differs()).isTrue();
  }

  @Test
  void aLoadWithoutACacheIsLikeAllThatDifferInTheirCache() {
    Group group =
        group(
            List.of(
                Invented.of("none").rounds("g", null, 5),
                Invented.of("redis").memory("8m", "lru").rounds("g", null, 5),
                Invented.of("redis").memory("16m", "lfu").rounds("g", null, 5),
                Invented.of("redis").keys(5).memory("16m", "lfu").rounds("g", null, 5)));
    assertThat(Pairing.ofStores(group.cells(), "REDIS", "NONE").pairs()).hasSize(2);
  }

  @Test
  void aPairThatLacksARoundIsLeftOutAndAnInvalidOneNeverCounts() {
    List<WorkloadLoad> short1 = loads("memcached", 99, 9_000).subList(0, 3);
    Group group =
        group(
            List.of(
                loads("memcached", 10, 2_000),
                loads("redis", 10, 1_000),
                short1,
                loads("redis", 99, 1_000)));
    Ratio ratio =
        Pairing.ofStores(group.cells(), "MEMCACHED", "REDIS")
            .ratio(Measures::perSecond)
            .orElseThrow();
    assertThat(ratio.value()).isCloseTo(2, within(1e-9));
    assertThat(ratio.rounds()).isEqualTo(5);
    Group invalid =
        group(
            List.of(
                loads("redis", 10, 1_000),
                Invented.of("memcached").keys(10).verdict(Verdict.INVALID).rounds("g", null, 5)));
    assertThat(Pairing.ofStores(invalid.cells(), "MEMCACHED", "REDIS").ratio(Measures::perSecond))
        .isEmpty();
  }

  @Test
  void aGroupKnowsWhatItsLoadsDifferInAndWhatTheyShare() {
    List<WorkloadLoad> all = new ArrayList<>(Workloads.hitRatio(2));
    Group group = Group.of(all).get(0);
    assertThat(group.varied()).containsExactly(Trait.SKEW, Trait.CACHE_MEMORY, Trait.EVICTION);
    assertThat(group.conditions())
        .contains("60,000 keys", "values of 1,000 bytes", "100 % reads", "16 connections")
        .contains(
            "closed loop", "primary key", "read-through", "ttl 60s", "100 % cached at the start")
        .doesNotContain("skew 0.6", "no single flight", "jitter 0 %");
    assertThat(group.cells().stream().map(group::label).toList())
        .startsWith("skew 0.6", "skew 0.9", "skew 1.2", "skew 0.6, 8 MB of memory, lru");
  }
}
