// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.workload.Shows;
import cachemark.result.workload.WorkloadLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Loads of Redis whose hits take 60 µs and whose misses take 220 µs, and of the table alone. */
final class BreakEvensTest {
  private static double same(int round) {
    return 1;
  }

  static List<WorkloadLoad> loads(double tableMicros, int rounds, IntToDoubleFunction table) {
    List<WorkloadLoad> loads =
        new ArrayList<>(
            Invented.of("none")
                .missMicros(tableMicros)
                .rounds("break-even", Shows.BREAK_EVEN, rounds, table));
    for (double cached : new double[] {0, 0.5, 0.9, 1}) {
      loads.addAll(
          Invented.of("redis")
              .policy("report")
              .cached(cached)
              .hitRatio(cached)
              .hitMicros(60)
              .missMicros(220)
              .rounds("break-even", Shows.BREAK_EVEN, rounds, BreakEvensTest::same));
    }
    return loads;
  }

  static BreakEvens of(double tableMicros, int rounds, IntToDoubleFunction table) {
    List<BreakEvens> all = BreakEvens.of(Group.of(loads(tableMicros, rounds, table)).get(0));
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void theBreakEvenIsWhereBothTakeAsLong() {
    BreakEvens even = of(150, 5, BreakEvensTest::same);
    assertThat(even.hitPercent().place().mean()).isEqualTo(100 * (220 - 150) / 160.0);
    assertThat(even.missCost().orElseThrow().mean()).isEqualTo(70);
    assertThat(even.words())
        .isEqualTo(
            "wins from a hit ratio of 43.8 % (43.8 to 43.8, 95 % interval over 5 rounds) on");
  }

  @Test
  void theIntervalIsThatOfTheRounds() {
    BreakEvens even = of(150, 5, round -> 1 + 0.02 * (round - 3));
    assertThat(even.hitPercent().place().interval().orElseThrow().contains(43.75)).isTrue();
    assertThat(even.hitPercent().place().lowest()).isLessThan(43);
  }

  @Test
  void aCacheMayWinAlwaysOrNever() {
    assertThat(of(4_000, 5, BreakEvensTest::same).words()).isEqualTo("wins at any hit ratio");
    assertThat(of(4_000, 5, BreakEvensTest::same).number()).isEqualTo("always");
    assertThat(of(50, 5, BreakEvensTest::same).words())
        .isEqualTo("never wins, up to a hit ratio of 100.0 %");
    assertThat(of(50, 5, BreakEvensTest::same).number()).isEqualTo("never");
  }

  @Test
  void roundsThatDisagreeDecideNothing() {
    BreakEvens even = of(60, 5, round -> round == 3 ? 1.02 : 0.98);
    assertThat(even.isDecided()).isFalse();
    assertThat(even.words()).startsWith("is undecided: 1 of 5 rounds never get there");
  }
}
