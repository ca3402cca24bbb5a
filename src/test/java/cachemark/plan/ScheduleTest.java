// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    Map<Cell, Effort> cells = cells(count);
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

  @Property(tries = 100)
  void whatIsComparedWithABaseStandsBesideIt(@ForAll long seed) {
    Map<Cell, Effort> cells = cells(12);
    cells.replaceAll((cell, effort) -> effort.and(Arm.BASE));
    List<Trial> trials = Schedule.of(cells, 3, seed);

    assertThat(trials).hasSize(2 * 12 * 3);
    assertThat(trials.stream().map(Trial::id)).doesNotHaveDuplicates();
    for (int i = 0; i < trials.size(); i += 2) {
      assertThat(trials.get(i).cell()).isEqualTo(trials.get(i + 1).cell());
      assertThat(List.of(trials.get(i).arm(), trials.get(i + 1).arm()))
          .containsExactlyInAnyOrder(Arm.MAIN, Arm.BASE);
    }
  }

  @Test
  void eitherArmGoesFirstByLot() {
    Map<Cell, Effort> cells = cells(50);
    cells.replaceAll((cell, effort) -> effort.and(Arm.BASE));
    List<Trial> trials = Schedule.of(cells, 4, 7);
    long baseFirst =
        IntStream.range(0, trials.size() / 2)
            .filter(i -> trials.get(2 * i).arm() == Arm.BASE)
            .count();
    assertThat(baseFirst).isBetween(70L, 130L); // of 200
  }

  @Test
  void whatIsMeasuredAgainStandsAnywhere() {
    Map<Cell, Effort> cells = cells(30);
    cells.replaceAll((cell, effort) -> effort.and(Arm.AGAIN));
    List<Trial> trials = Schedule.of(cells, 1, 7);
    long beside =
        IntStream.range(1, trials.size())
            .filter(i -> trials.get(i).cell().equals(trials.get(i - 1).cell()))
            .count();
    assertThat(trials).hasSize(60);
    assertThat(beside).isLessThan(5);
  }

  @Test
  void eachTrialHasTheTimingOfItsCell() {
    Map<Cell, Effort> cells = cells(8);
    assertThat(Schedule.of(cells, 2, 1))
        .allSatisfy(
            trial -> assertThat(trial.timing()).isEqualTo(cells.get(trial.cell()).timing()));
  }

  private static Map<Cell, Effort> cells(int count) {
    Map<Cell, Effort> cells = new LinkedHashMap<>();
    for (int i = 1; i <= count; i++) {
      cells.put(Plans.cell("operations=" + i), new Effort(new Timing(i, 1, 1)));
    }
    return cells;
  }
}
