// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CostTest {
  private static final Duration FORK =
      Cost.ASSUMED.of(Plans.cell(Mode.SAMPLE, 1), new Timing(0, 1, 1)).minusMillis(1);

  @Test
  void timedIterationsTakeTheirTime() {
    Duration cost = Cost.ASSUMED.of(Plans.cell(Mode.SAMPLE, 8), new Timing(500, 3, 200));
    assertThat(cost).isEqualTo(FORK.plusMillis(500 + 3 * 200));
  }

  @Test
  void aConnectionPerOperationCostsMore() {
    Timing timing = new Timing(400, 1, 1);
    Duration kept = Cost.ASSUMED.of(Plans.cell("operations=1000", "connections=KEPT"), timing);
    Duration perOp = Cost.ASSUMED.of(Plans.cell("operations=1000", "connections=PER_OP"), timing);
    assertThat(kept).isGreaterThan(FORK.plusMillis(400));
    assertThat(perOp).isGreaterThan(kept);
  }

  @Test
  void threadsOperationsAndBatchesMultiply() {
    Duration one = operating(1, "operations=1000", 1);
    assertThat(operating(10, "operations=1000", 1)).isEqualTo(one.multipliedBy(10));
    assertThat(operating(1, "operations=20000", 1)).isEqualTo(one.multipliedBy(20));
    assertThat(operating(1, "operations=1000", 5)).isEqualTo(one.multipliedBy(5));
  }

  private static Duration operating(int threads, String operations, int batches) {
    Timing timing = new Timing(0, batches, 1);
    return Cost.ASSUMED.of(Plans.cell(Mode.BATCH, threads, operations), timing).minus(FORK);
  }

  @Test
  void aPlanCostsEveryCellInEveryRound() {
    Plan plan = Plans.plan(Plans.experiment(List.of(1), "operations=1000,2000")).withRounds(4);
    Duration round =
        Cost.ASSUMED
            .of(Plans.cell("operations=1000"), Plans.TIMING)
            .plus(Cost.ASSUMED.of(Plans.cell("operations=2000"), Plans.TIMING));
    assertThat(Cost.ASSUMED.of(plan, 2)).isEqualTo(round.multipliedBy(4));
  }

  @Test
  void theLongestPlanThereCanBeHasACost() {
    Experiment longest =
        new Experiment(
            "E",
            Variant.TODAY,
            Mode.BATCH,
            List.of("A.b"),
            Map.of("operations", List.of("10000000")),
            List.of(1_000),
            null,
            new Timing(3_600_000, 10_000, 3_600_000),
            null);
    assertThat(Cost.ASSUMED.of(Plans.plan(longest).withRounds(1_000), 2)).isPositive();
  }

  @Test
  void withoutIndexReadsGrowWithTheTable() {
    String indexed = "cache=NONE;connections=KEPT;index=PRIMARY;operations=";
    String scanned = "cache=NONE;connections=KEPT;index=NONE;operations=";
    assertThat(read(indexed + 20_000)).isEqualTo(read(indexed + 1_000).multipliedBy(20));
    assertThat(read(scanned + 20_000)).isGreaterThan(read(scanned + 1_000).multipliedBy(100));
  }

  @Test
  void aCacheSavesTheReadOfTheTableButNotTheLogin() {
    String kept = "connections=KEPT;index=NONE;operations=20000;cache=";
    String perOp = "connections=PER_OP;index=NONE;operations=20000;cache=";
    assertThat(read(kept + "REDIS")).isLessThan(read(kept + "NONE").dividedBy(10));
    assertThat(read(perOp + "REDIS").minus(read(kept + "REDIS")))
        .isEqualTo(
            micros(20_000 * (Prices.ASSUMED.loginMicros() + Prices.ASSUMED.connectMicros())));
  }

  @Test
  void aWriteBehindACacheAlsoLooksUpAndSets() {
    String axes = "connections=KEPT;index=NONE;operations=1000;cache=";
    assertThat(write(axes + "MEMCACHED").minus(write(axes + "NONE")))
        .isEqualTo(micros(1_000 * 2 * Prices.ASSUMED.operateMicros()));
  }

  private static Duration read(String axes) {
    return record("DatabaseReadBenchmark.readBatch", axes);
  }

  private static Duration write(String axes) {
    return record("DatabaseWriteBenchmark.writeBatch", axes);
  }

  private static Duration record(String benchmark, String axes) {
    TreeMap<String, String> params = new TreeMap<>();
    for (String axis : axes.split(";", -1)) {
      params.put(axis.split("=", -1)[0], axis.split("=", -1)[1]);
    }
    Cell cell = new Cell("E4", Variant.REPORT, benchmark, Mode.BATCH, params, 1, Placement.SAME);
    return Cost.ASSUMED.of(cell, new Timing(0, 1, 1)).minus(FORK);
  }

  private static Duration micros(double micros) {
    return Duration.ofMillis(Math.round(micros / 1_000));
  }
}
