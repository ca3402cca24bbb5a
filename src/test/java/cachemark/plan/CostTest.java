// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CostTest {
  private static final Duration FORK =
      Cost.of(Plans.cell(Mode.SAMPLE, 1), new Timing(0, 1, 1)).minusMillis(1);

  @Test
  void timedIterationsTakeTheirTime() {
    Duration cost = Cost.of(Plans.cell(Mode.SAMPLE, 8), new Timing(500, 3, 200));
    assertThat(cost).isEqualTo(FORK.plusMillis(500 + 3 * 200));
  }

  @Test
  void aConnectionPerOperationCostsMore() {
    Timing timing = new Timing(400, 1, 1);
    Duration kept = Cost.of(Plans.cell("operations=1000", "connections=KEPT"), timing);
    Duration perOp = Cost.of(Plans.cell("operations=1000", "connections=PER_OP"), timing);
    assertThat(kept).isGreaterThan(FORK.plusMillis(400));
    assertThat(perOp).isGreaterThan(kept);
  }

  @Test
  void threadsOperationsAndBatchesMultiplyTheWarmingOneIncluded() {
    Duration one = operating(1, "operations=1000", 1);
    assertThat(operating(10, "operations=1000", 1)).isEqualTo(one.multipliedBy(10));
    assertThat(operating(1, "operations=20000", 1)).isEqualTo(one.multipliedBy(20));
    assertThat(operating(1, "operations=1000", 5)).isEqualTo(one.multipliedBy(3));
  }

  private static Duration operating(int threads, String operations, int batches) {
    Timing timing = new Timing(0, batches, 1);
    return Cost.of(Plans.cell(Mode.BATCH, threads, operations), timing).minus(FORK);
  }

  @Test
  void aPlanCostsEveryCellInEveryRound() {
    Plan plan = Plans.plan(Plans.experiment(List.of(1), "operations=1000,2000")).withRounds(4);
    Duration round =
        Cost.of(Plans.cell("operations=1000"), Plans.TIMING)
            .plus(Cost.of(Plans.cell("operations=2000"), Plans.TIMING));
    assertThat(Cost.of(plan, 2)).isEqualTo(round.multipliedBy(4));
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
            new Timing(3_600_000, 10_000, 3_600_000));
    assertThat(Cost.of(Plans.plan(longest).withRounds(1_000), 2)).isPositive();
  }
}
