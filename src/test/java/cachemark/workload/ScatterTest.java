// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScatterTest {
  @Property
  void everyKeyHasOneRank(@ForAll @IntRange(min = 1, max = 3_000) int numbers, @ForAll long seed) {
    Scatter scatter = new Scatter(numbers, seed);
    assertThat(LongStream.range(0, numbers).map(scatter::keyOf).sorted().toArray())
        .isEqualTo(LongStream.range(0, numbers).toArray());
  }

  @Property
  void theRankIsFoundAgain(
      @ForAll @LongRange(min = 1) long numbers, @ForAll long seed, @ForAll long any) {
    long rank = Math.floorMod(any, numbers);
    Scatter scatter = new Scatter(numbers, seed);
    assertThat(scatter.rankOf(scatter.keyOf(rank))).isEqualTo(rank);
    assertThat(scatter.keyOf(scatter.rankOf(rank))).isEqualTo(rank);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000_000, 1 << 20, (1 << 20) + 1, 100_000_000})
  void theFirstRanksAreSpreadEvenly(long numbers) {
    for (long seed = 0; seed < 10; seed++) {
      Scatter scatter = new Scatter(numbers, seed);
      long[] counts = new long[50];
      for (int rank = 0; rank < 2_000; rank++) {
        counts[(int) (scatter.keyOf(rank) * 50 / numbers)]++;
      }
      double[] expected = new double[50];
      Arrays.fill(expected, 40);
      assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(1e-4);
    }
  }

  @Test
  void noMoreNeighboursAmongTheFirstRanksThanChanceMakes() {
    int pairs = 0;
    for (long seed = 0; seed < 20; seed++) {
      long[] keys =
          LongStream.range(0, 1_000).map(new Scatter(1_000_000, seed)::keyOf).sorted().toArray();
      for (int i = 1; i < keys.length; i++) {
        pairs += keys[i] - keys[i - 1] <= 10 ? 1 : 0;
      }
    }
    assertThat(pairs).isBetween(150, 250); // of 20 * 999 gaps, each this small by chance in 1 %
  }

  @Test
  void ranksThatFollowOneAnotherLieAnyDistanceApart() {
    for (long seed = 0; seed < 10; seed++) {
      Scatter scatter = new Scatter(1_000_000, seed);
      long[] counts = new long[20];
      for (int rank = 0; rank < 2_000; rank++) {
        long distance = Math.floorMod(scatter.keyOf(rank + 1) - scatter.keyOf(rank), 1_000_000L);
        counts[(int) (distance * 20 / 1_000_000)]++;
      }
      double[] expected = new double[20];
      Arrays.fill(expected, 100);
      assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(1e-4);
    }
  }

  @Test
  void seedsScatterDifferently() {
    assertThat(LongStream.range(0, 100).map(seed -> new Scatter(1_000_000, seed).keyOf(0)))
        .doesNotHaveDuplicates();
  }

  @Test
  void theOrderIsThatOfEveryEarlierRun() {
    Scatter scatter = new Scatter(1_000, 2012);
    assertThat(LongStream.range(0, 5).map(scatter::keyOf))
        .containsExactly(389L, 643L, 130L, 244L, 406L);
  }

  @Test
  void whatIsNoneOfTheNumbersIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Scatter(0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scatter(9, 1).keyOf(9))
        .withMessage("9 is not from 0 up to 9");
    assertThatIllegalArgumentException().isThrownBy(() -> new Scatter(9, 1).rankOf(-1));
  }
}
