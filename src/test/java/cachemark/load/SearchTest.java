// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** The highest rate that meets a demand, and where a curve turns upwards. */
final class SearchTest {
  private static final double PRECISION = 1.05;

  private static Search search() {
    return new Search(1_000, 1e6, PRECISION);
  }

  @Property
  void findsTheHighestRateThatMeetsTheDemand(
      @ForAll @DoubleRange(min = 2, max = 900_000) double capacity) {
    Search search = search();
    int asked = 0;
    while (!search.isOver()) {
      search.answer(search.nextPerSecond() <= capacity);
      asked++;
    }
    assertThat(search.foundPerSecond()).isBetween(capacity / PRECISION, capacity);
    assertThat(asked).isLessThan(25);
  }

  @Example
  void asksNoFurtherThanTheMost() {
    Search search = search();
    List<Double> asked = new ArrayList<>();
    while (!search.isOver()) {
      asked.add(search.nextPerSecond());
      search.answer(true);
    }
    assertThat(search.foundPerSecond()).isEqualTo(1e6);
    assertThat(asked).startsWith(1_000.0, 3_000.0).endsWith(1e6, 1e6, 1e6);
  }

  @Example
  void findsNothingWhereNothingMeetsIt() {
    Search search = search();
    while (!search.isOver()) {
      assertThat(search.foundPerSecond()).isZero();
      search.answer(false);
    }
    assertThat(search.foundPerSecond()).isZero();
  }

  /** The first time is no proof: each rate that is found has to do it twice more. */
  @Example
  void luckIsNotConfirmed() {
    Search search = search();
    while (!search.isConfirming()) {
      search.answer(search.nextPerSecond() <= 50_000);
    }
    double lucky = search.nextPerSecond();
    search.answer(true);
    search.answer(false);
    assertThat(search.isOver()).isFalse();
    assertThat(search.nextPerSecond()).isCloseTo(lucky / PRECISION, within(1e-6));
    search.answer(true);
    search.answer(true);
    assertThat(search.isOver()).isFalse();
    search.answer(true);
    assertThat(search.isOver()).isTrue();
    assertThat(search.foundPerSecond()).isCloseTo(lucky / PRECISION, within(1e-6));
  }

  @Example
  void theKneeIsWhereLatencyTurnsUpwards() {
    List<Double> loads = List.of(10.0, 20.0, 30.0, 40.0, 50.0, 60.0);
    assertThat(Knee.of(loads, List.of(1.0, 1.0, 1.1, 1.2, 30.0, 900.0)))
        .isEqualTo(OptionalInt.of(3));
    assertThat(Knee.of(loads, List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0))).isEmpty();
    assertThat(Knee.of(loads, List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0))).isEmpty();
    assertThat(Knee.of(loads, List.of(9.0, 5.0, 4.0, 4.0, 4.0, 4.0))).isEmpty();
    assertThat(Knee.of(List.of(1.0, 2.0), List.of(1.0, 9.0))).isEmpty();
  }
}
