// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  @Property(tries = 100)
  void everyTrialRunsOnceAndRoundsAreComplete(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20) int count,
      @ForAll @IntRange(min = 1, max = 6) int rounds) {
    Map<Cell, Timing> cells = cells(count);
    List<Trial> trials = Schedule.of(cells, rounds, seed);

    assertThat(trials).hasSize(count * rounds);
    assertThat(trials.stream().map(Trial::id)).doesNotHaveDuplicates();
    for (int round = 1; round <= rounds; round++) {
      List<Trial> ofRound = trials.subList((round - 1) * count, round * count);
      assertThat(ofRound).extracting(Trial::round).containsOnly(round);
      assertThat(ofRound)
          .extracting(Trial::cell)
          .containsExactlyInAnyOrderElementsOf(cells.keySet());
    }
  }

  @Property(tries = 50)
  void theSameSeedGivesTheSameOrder(@ForAll long seed) {
    assertThat(Schedule.of(cells(12), 3, seed)).isEqualTo(Schedule.of(cells(12), 3, seed));
  }

  @Test
  void anotherSeedGivesAnotherOrder() {
    assertThat(Schedule.of(cells(12), 3, 1)).isNotEqualTo(Schedule.of(cells(12), 3, 2));
  }

  @Test
  void eachRoundHasAnOrderOfItsOwn() {
    List<Trial> trials = Schedule.of(cells(12), 3, 2012);
    List<Cell> first = trials.subList(0, 12).stream().map(Trial::cell).toList();
    List<Cell> second = trials.subList(12, 24).stream().map(Trial::cell).toList();
    List<Cell> third = trials.subList(24, 36).stream().map(Trial::cell).toList();
    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
  }

  @Test
  void eachTrialHasTheTimingOfItsCell() {
    Map<Cell, Timing> cells = cells(8);
    assertThat(Schedule.of(cells, 2, 1))
        .allSatisfy(trial -> assertThat(trial.timing()).isEqualTo(cells.get(trial.cell())));
  }

  private static Map<Cell, Timing> cells(int count) {
    Map<Cell, Timing> cells = new LinkedHashMap<>();
    for (int i = 1; i <= count; i++) {
      cells.put(Plans.cell("operations=" + i), new Timing(i, 1, 1));
    }
    return cells;
  }
}
