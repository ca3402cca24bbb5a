// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.workload.Shows;
import cachemark.result.workload.WorkloadLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What the answer says, and where it has to say that the data do not decide. */
final class AnswerTest {
  private static final String OPEN = "the data does not decide: ";

  private static double noise(int round) {
    return round % 2 == 0 ? 0.7 : 1.4;
  }

  private static double quiet(int round) {
    return 1 + 0.002 * round;
  }

  private static List<Group> groups(List<List<WorkloadLoad>> loads) {
    return Group.of(loads.stream().flatMap(List::stream).toList());
  }

  private static List<WorkloadLoad> mix(
      String store, double perSecond, double p99, int rounds, IntToDoubleFunction factors) {
    return Invented.of(store)
        .perSecond(perSecond)
        .p99Micros(p99)
        .rounds("mix", Shows.MIX, rounds, factors);
  }

  @Test
  void theWholeProfileAnswersEveryQuestion() {
    List<Advice> answer = WorkloadStory.of(Workloads.profile(5)).answer();
    assertThat(answer).hasSize(7);
    assertThat(answer.subList(0, 6)).allMatch(Advice::decided);
    assertThat(answer.get(6).answer()).isEqualTo("not varied here: see \"run --only clients\"");
  }

  @Test
  void threeRoundsDecideNothingButStaleness() {
    List<Advice> answer = WorkloadStory.of(Workloads.profile(3)).answer();
    assertThat(answer.stream().filter(Advice::decided).map(Advice::question).toList())
        .containsExactly("Which policy?");
    assertThat(answer.get(0).answer())
        .startsWith(OPEN + "3 rounds are too few for an interval, which takes 5; by them");
  }

  @Test
  void aRunWithoutAnyOfItSaysSo() {
    List<Advice> answer = Answer.of(groups(List.of(mix("redis", 100, 9, 5, AnswerTest::quiet))));
    assertThat(answer).noneMatch(Advice::decided);
    assertThat(answer.subList(0, 6)).allMatch(one -> one.answer().startsWith("not measured here"));
  }

  @Test
  void aCacheByItsBreakEven() {
    Advice advice = CacheAdvice.of(Group.of(BreakEvensTest.loads(150, 5, AnswerTest::quiet)));
    assertThat(advice.decided()).isTrue();
    assertThat(advice.answer()).startsWith("Redis wins from a hit ratio of 4");
    assertThat(advice.evidence().get(0)).contains("a read that misses Redis takes");
    Advice open =
        CacheAdvice.of(Group.of(BreakEvensTest.loads(60, 5, round -> round == 3 ? 1.02 : 0.98)));
    assertThat(open.decided()).isFalse();
    assertThat(open.answer()).startsWith(OPEN + "Redis is undecided: 1 of 5 rounds");
  }

  @Test
  void aCacheByItsThroughput() {
    Advice ahead =
        CacheAdvice.of(
            groups(
                List.of(
                    mix("none", 100, 9, 5, AnswerTest::quiet),
                    mix("redis", 300, 9, 5, AnswerTest::quiet))));
    assertThat(ahead.decided()).isTrue();
    assertThat(ahead.answer()).isEqualTo("a cache: it is ahead in the only load that was compared");
    assertThat(ahead.evidence().get(1))
        .startsWith(
            "The most: Redis answers 3.00 times (3.00 to 3.00, 95 % interval over 5 rounds)");
    Advice behind =
        CacheAdvice.of(
            groups(
                List.of(
                    mix("none", 300, 9, 5, AnswerTest::quiet),
                    mix("redis", 100, 9, 5, AnswerTest::quiet))));
    assertThat(behind.answer()).startsWith("none: a cache is behind");
    Advice noise =
        CacheAdvice.of(
            groups(
                List.of(
                    mix("none", 100, 9, 6, AnswerTest::quiet),
                    mix("redis", 110, 9, 6, AnswerTest::noise))));
    assertThat(noise.decided()).isFalse();
    assertThat(noise.answer())
        .isEqualTo(OPEN + "a cache is not told apart from none in any of the loads compared, 1");
  }

  @Test
  void inShortTheBracketsHoldNumbersOnly() {
    assertThat(store(1_200, 50, 1_000, 60, 5).brief())
        .isEqualTo(
            "memcached: memcached answers 1.20 times (1.20 to 1.20) as many requests as Redis; the"
                + " p99 of Redis is 1.20 times (1.20 to 1.20) that of memcached");
    assertThat(store(1_200, 50, 1_000, 60, 4).brief())
        .contains("(1.20 to 1.20, lowest and highest of 4 rounds)");
  }

  private static Advice store(
      double memcached, double p99OfMemcached, double redis, double p99OfRedis, int rounds) {
    return StoreAdvice.of(
        groups(
            List.of(
                mix("memcached", memcached, p99OfMemcached, rounds, AnswerTest::quiet),
                mix("redis", redis, p99OfRedis, rounds, AnswerTest::quiet))));
  }

  @Test
  void theStoreThatIsAheadInBoth() {
    Advice advice = store(1_200, 50, 1_000, 60, 5);
    assertThat(advice.decided()).isTrue();
    assertThat(advice.answer())
        .isEqualTo(
            "memcached: memcached answers 1.20 times (1.20 to 1.20, 95 % interval over 5 rounds) as"
                + " many requests as Redis; the p99 of Redis is 1.20 times (1.20 to 1.20, 95 %"
                + " interval over 5 rounds) that of memcached");
    assertThat(advice.evidence())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("mix: memcached answers");
  }

  @Test
  void oneStoreForThroughputAndTheOtherForItsTail() {
    assertThat(store(1_200, 60, 1_000, 50, 5).answer())
        .startsWith("memcached for throughput, Redis for p99: ");
    assertThat(store(1_000, 60, 1_000, 50, 5).answer()).startsWith("Redis for its p99: ");
    assertThat(store(1_000, 50, 1_200, 50, 5).answer()).startsWith("Redis for its throughput: ");
  }

  @Test
  void storesThatCannotBeToldApart() {
    Advice alike = store(1_000, 50, 1_000, 50, 5);
    assertThat(alike.decided()).isFalse();
    assertThat(alike.answer()).startsWith(OPEN + "memcached answers 1.00 times");
    Advice noise =
        StoreAdvice.of(
            groups(
                List.of(
                    mix("memcached", 1_100, 50, 6, AnswerTest::noise),
                    mix("redis", 1_000, 50, 6, AnswerTest::quiet))));
    assertThat(noise.decided()).isFalse();
    assertThat(noise.answer()).startsWith(OPEN + "memcached answers");
    assertThat(store(2_000, 50, 1_000, 90, 4).answer())
        .startsWith(
            OPEN + "4 rounds are too few for an interval, which takes 5; by them memcached");
  }

  private static List<WorkloadLoad> hits(String memory, double hits, IntToDoubleFunction factors) {
    List<WorkloadLoad> loads = new ArrayList<>();
    for (int round = 1; round <= 5; round++) {
      loads.add(
          Invented.of("redis")
              .memory(memory, "lru")
              .hitRatio(Math.min(1, hits * factors.applyAsDouble(round)))
              .in("hit-ratio", Shows.HIT_RATIO, round, 1));
    }
    return loads;
  }

  private static Advice memory(double at8, double at16, IntToDoubleFunction factors) {
    return MemoryAdvice.of(groups(List.of(hits("8m", at8, factors), hits("16m", at16, factors))));
  }

  @Test
  void memoryIsInterpolatedBetweenWhatWasMeasured() {
    Advice advice = memory(0.85, 0.95, round -> 1);
    assertThat(advice.decided()).isTrue();
    assertThat(advice.answer())
        .isEqualTo(
            "12.0 MB (12.0 to 12.0, 95 % interval over 5 rounds), 20 % of the data, with"
                + " Redis");
  }

  @Test
  void memoryMayNotSufficeOrAlreadyDoOrBeUndecided() {
    assertThat(memory(0.6, 0.8, round -> 1).answer())
        .isEqualTo("not reached with up to 16.0 MB, 27 % of the data (80.0 % at best)");
    assertThat(memory(0.91, 0.95, round -> 1).answer())
        .startsWith("8.00 MB or less, the least measured");
    Advice open = memory(0.6, 0.9, round -> round == 2 ? 0.99 : 1.01);
    assertThat(open.decided()).isFalse();
    assertThat(open.answer())
        .startsWith(OPEN + "undecided: 1 of 5 rounds never get there, the others from 15");
  }

  private static List<WorkloadLoad> policy(String policy, long stale, double perSecond) {
    return Invented.of("redis")
        .policy(policy)
        .perSecond(perSecond)
        .staleness(Workloads.stale(40_000, stale))
        .rounds("staleness", Shows.STALENESS, 5, AnswerTest::quiet);
  }

  @Test
  void thePolicyThatGivesNothingStaleAndWhatItCosts() {
    Advice advice =
        PolicyAdvice.of(
            groups(List.of(policy("read-through", 12, 1_000), policy("lease", 0, 900))));
    assertThat(advice.decided()).isTrue();
    assertThat(advice.answer())
        .isEqualTo(
            "lease (Redis): no stale read in 200,000, and 0.90 times (0.90 to 0.90, 95 % interval"
                + " over 5 rounds) the throughput of read-through");
    assertThat(advice.evidence().get(0))
        .startsWith("read-through (Redis): 300 (300 to 300")
        .endsWith("stale reads per million, for up to 9.10 ms");
  }

  @Test
  void policiesThatAllGaveNothingStaleOrAllDid() {
    Advice fresh =
        PolicyAdvice.of(groups(List.of(policy("read-through", 0, 1_000), policy("lease", 0, 900))));
    assertThat(fresh.decided()).isFalse();
    assertThat(fresh.answer()).isEqualTo(OPEN + "no policy gave a stale read in 400,000");
    Advice stale =
        PolicyAdvice.of(
            groups(List.of(policy("read-through", 12, 1_000), policy("write-through", 4, 900))));
    assertThat(stale.decided()).isFalse();
    assertThat(stale.answer())
        .startsWith(
            OPEN + "none of Redis rules stale reads out and had none; the fewest by write-through");
  }

  @Test
  void thatNoneWasCountedDoesNotRuleThemOut() {
    Advice advice =
        PolicyAdvice.of(
            groups(
                List.of(
                    policy("read-through", 12, 800),
                    policy("write-through", 0, 1_000),
                    policy("lease", 0, 900))));
    assertThat(advice.decided()).isTrue();
    assertThat(advice.answer())
        .startsWith("lease (Redis): no stale read in 200,000, and 0.90 times")
        .contains(
            "the throughput of write-through, and none was counted with write-through (Redis), which"
                + " does not rule them out");
  }

  private static List<WorkloadLoad> flight(boolean single, double rows, IntToDoubleFunction noise) {
    List<WorkloadLoad> loads = new ArrayList<>();
    for (int round = 1; round <= 6; round++) {
      loads.add(
          Invented.of("redis")
              .ttl("1s")
              .keys(1)
              .singleFlight(single)
              .rowsRead(rows * noise.applyAsDouble(round))
              .in("stampede", Shows.STAMPEDE, round, 1));
    }
    return loads;
  }

  @Test
  void singleFlightOrNot() {
    Advice helps =
        FlightAdvice.of(
            groups(List.of(flight(false, 400, round -> 1), flight(true, 40, round -> 1))));
    assertThat(helps.decided()).isTrue();
    assertThat(helps.answer()).startsWith("single flight: without it 10.0 times");
    Advice noise =
        FlightAdvice.of(
            groups(
                List.of(
                    flight(false, 400, AnswerTest::noise), flight(true, 390, AnswerTest::quiet))));
    assertThat(noise.decided()).isFalse();
    assertThat(noise.answer()).startsWith(OPEN + "without it ");
  }

  private static List<WorkloadLoad> over(int connections, double perSecond, IntToDoubleFunction f) {
    return Invented.of("redis")
        .connections(connections)
        .perSecond(perSecond)
        .rounds("connections", Shows.CONNECTIONS, 6, f);
  }

  @Test
  void theFewestConnectionsThatAnswerAsMany() {
    Advice advice =
        ConnectionAdvice.of(
            groups(
                List.of(
                    over(1, 300, AnswerTest::quiet),
                    over(4, 990, AnswerTest::quiet),
                    over(16, 1_000, AnswerTest::quiet))));
    assertThat(advice.decided()).isTrue();
    assertThat(advice.answer())
        .startsWith("Redis: 4 connections: 997")
        .contains("; 16 connections answer 1.01 times");
    Advice open =
        ConnectionAdvice.of(
            groups(
                List.of(
                    over(1, 300, AnswerTest::quiet),
                    over(4, 900, AnswerTest::noise),
                    over(16, 1_000, AnswerTest::quiet))));
    assertThat(open.decided()).isFalse();
    assertThat(open.answer()).startsWith(OPEN + "Redis: 16 connections, if not 4: ");
  }
}
