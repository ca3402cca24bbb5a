// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.cacheaside.Policy;
import cachemark.load.CachedTable;
import cachemark.load.LoadPlan;
import cachemark.load.Rate;
import cachemark.plan.PlanException;
import cachemark.plan.PlanSource;
import cachemark.plan.workload.LoadCell;
import cachemark.plan.workload.LoadWords;
import cachemark.plan.workload.WorkloadPlan;
import cachemark.plan.workload.WorkloadReader;
import cachemark.plan.workload.Workloads;
import cachemark.server.ServerKind;
import cachemark.store.CacheMemory;
import cachemark.store.CacheType;
import cachemark.store.Durability;
import cachemark.store.Eviction;
import cachemark.store.Expiry;
import cachemark.store.Index;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What words of plans come to as loads. */
final class PlannedLoadsTest {
  private static final String ONE =
      """
      profile: mine
      rounds: 1
      budgetSeconds: 60
      workload: {%s}
      loads:
        - id: only
      """;

  private static LoadPlan load(String words) {
    Map<LoadCell, LoadPlan> loads = loads(words, Set.of());
    assertThat(loads).hasSize(1);
    return loads.values().iterator().next();
  }

  private static Map<LoadCell, LoadPlan> loads(String words, Set<ServerKind> named) {
    return PlannedLoads.of(Workloads.read(ONE.replace("%s", words)), named, 7);
  }

  @Test
  void whatIsNotSaidIsAsTheCommandLoadHasIt() {
    LoadPlan load = load("store: redis");
    assertThat(load.isOpen()).isFalse();
    assertThat(load.connections()).isEqualTo(50);
    assertThat(load.threads()).isEqualTo(50);
    assertThat(load.getShare()).isEqualTo(0.9);
    assertThat(load.keys()).isEqualTo(10_000);
    assertThat(load.valueBytes()).isEqualTo(32);
    assertThat(load.warmup()).isEqualTo(Duration.ofSeconds(3));
    assertThat(load.duration()).isEqualTo(Duration.ofSeconds(10));
    assertThat(load.seed()).isEqualTo(7);
    CachedTable table = (CachedTable) load.subject();
    assertThat(table.cache()).isEqualTo(CacheType.REDIS);
    assertThat(table.rules().policy()).isEqualTo(Policy.READ_THROUGH);
    assertThat(table.rules().singleFlight()).isFalse();
    assertThat(table.durability()).isEqualTo(Durability.FSYNC);
  }

  @Test
  void everyWordIsUnderstood() {
    LoadPlan load =
        load(
            "rate: 2k, ramp-to: 3000, arrivals: poisson, store: redis, policy: lease, ttl: 5s,"
                + " ttl-jitter: 10%, negative-ttl: 2s, missing: 20, single-flight: true,"
                + " fall-back: true, cache-memory: 64m, eviction: lfu, cached: 50, index: none,"
                + " driver: mariadb-connector, durability: relaxed, connections: 8, gets: 95.5,"
                + " keys: 20_000, skew: 0.99, value-bytes: 1000, warmup: 500ms, duration: 2s,"
                + " answer-within: 1s");
    assertThat(load.rate()).isEqualTo(new Rate(2_000, 3_000));
    assertThat(load.getShare()).isEqualTo(0.955);
    assertThat(load.keys()).isEqualTo(20_000);
    assertThat(load.skew()).isEqualTo(0.99);
    assertThat(load.valueBytes()).isEqualTo(1_000);
    assertThat(load.connections()).isEqualTo(8);
    assertThat(load.warmup()).isEqualTo(Duration.ofMillis(500));
    assertThat(load.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(load.answer()).isEqualTo(Duration.ofSeconds(1));
    CachedTable table = (CachedTable) load.subject();
    assertThat(table.memory()).isEqualTo(new CacheMemory(64, Eviction.LFU));
    assertThat(table.cachedShare()).isEqualTo(0.5);
    assertThat(table.missingShare()).isEqualTo(0.2);
    assertThat(table.index()).isEqualTo(Index.NONE);
    assertThat(table.durability()).isEqualTo(Durability.RELAXED);
    assertThat(table.rules().policy()).isEqualTo(Policy.LEASE);
    assertThat(table.rules().ttl()).isEqualTo(Expiry.afterSeconds(5));
    assertThat(table.rules().singleFlight()).isTrue();
    assertThat(table.rules().fallsBack()).isTrue();
  }

  @Test
  void aWordIsFalseAsWellAsTrueAndARateIsClosed() {
    LoadPlan load = load("store: redis, single-flight: false, fall-back: false, rate: closed");
    assertThat(load.isOpen()).isFalse();
    assertThat(((CachedTable) load.subject()).rules().singleFlight()).isFalse();
  }

  @Test
  void allLoadsOfAPlanHaveOneSeedAndTheirOrder() {
    WorkloadPlan plan = Workloads.read(Workloads.TEXT);
    Map<LoadCell, LoadPlan> loads = PlannedLoads.of(plan, Set.of(), 5);
    assertThat(new ArrayList<>(loads.keySet())).isEqualTo(plan.cells());
    assertThat(loads.values()).allSatisfy(load -> assertThat(load.seed()).isEqualTo(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gets: 101                     | gets is 101.0; it goes from 0 to 100
          gets: most                    | Invalid value for option 'gets': 'most' is not a double
          rate: fast                    | "fast" is no rate: requests per second
          rate: 0                       | above 0 and up to 100M
          rate: closed, ramp-to: 5k     | ramp-to needs a rate to begin with
          skew: -1                      | skew is -1.0; it goes from 0 to 3
          arrivals: even                | expected one of [CONSTANT, POISSON]
          ttl: 5                        | ttl cannot be "5": "none" or whole seconds
          ttl: none, ttl-jitter: 5%     | ttl-jitter needs a ttl, and that is none
          duration: 2                   | "2" is no time: a number and one of us, ms, s, m
          value-bytes: 15               | value bytes of a table are 15; they go from 16
          connections: 1001             | connections to a table are 1001; they go from 1 to 1000
          cache-memory: 7m              | cache-memory cannot be "7m": 7 MB are not from 8 to
          single-flight: maybe          | single-flight cannot be "maybe": true or false is needed
          policy: readthrough           | did you mean "read-through"?
          policy: report, single-flight: true | single-flight is for reads that fill
          keys: 1000000, value-bytes: 5000 | keys and value-bytes: 1,000,000 keys with values
          """)
  void whatCannotBeMeantIsRefusedWithTheLoad(String words, String reason) {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> load("store: redis, " + words.strip()))
        .withMessageStartingWith("the load \"only ")
        .withMessageContaining("store=redis")
        .withMessageContaining(reason);
  }

  @Test
  void aStoreThatIsNoneIsRefusedWithTheChoices() {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> load("store: redi"))
        .withMessage(
            "the load \"only store=redi\": store \"redi\": did you mean \"redis\"? Choices:"
                + " memcached, redis, none");
  }

  @Test
  void anEventAfterTheEndIsRefused() {
    String text = Workloads.TEXT.replace("duration: 8s", "duration: 5s");
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> PlannedLoads.of(Workloads.read(text), Set.of(), 7))
        .withMessageStartingWith("the load \"outage ")
        .withMessageEndingWith("revive at 5000 ms is not within its duration of 5000 ms");
  }

  @Test
  void aMemoryIsForACacheOfTheRunsOwn() {
    assertThat(loads("store: redis, cache-memory: 8m", Set.of(ServerKind.MEMCACHED))).hasSize(1);
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> loads("store: redis, cache-memory: 8m", Set.of(ServerKind.REDIS)))
        .withMessageContaining("cache-memory is for a Redis that is started for the load, and")
        .withMessageContaining("--servers names one");
  }

  /** A new option of {@code load} is a word of plans, or is said here not to be. */
  @Test
  void theWordsAreTheOptionsOfLoadThatAreOfATable() {
    List<String> options =
        new CommandLine(new PlannedLoads.Line())
            .getCommandSpec().options().stream()
                .map(option -> option.longestName().substring(2))
                .toList();
    List<String> others =
        List.of(
            "table", "closed", "sweep", "search", "steps", "meta", "threads", "pipeline", "seed");
    assertThat(options).containsAll(others);
    assertThat(options)
        .filteredOn(name -> !others.contains(name))
        .containsExactlyInAnyOrderElementsOf(LoadWords.NAMES);
  }

  @Test
  void theProfileIsOfLoadsThatCanBeMeant() {
    WorkloadPlan plan = WorkloadReader.read(PlanSource.profile("cache"));
    assertThat(plan.rounds()).isEqualTo(5);
    assertThat(plan.budgetSeconds()).isEqualTo(900);
    assertThat(PlannedLoads.of(plan, Set.of(), 1)).hasSize(plan.cells().size());
  }
}
