// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

final class ValueSizesTest {
  private static final int KEYS = 200_000;

  @Test
  void aFixedSizeIsThatOfEveryKey() {
    assertThat(LongStream.range(0, 100).mapToInt(ValueSizes.fixed(32)::bytes)).containsOnly(32);
  }

  @Test
  void weightsAreProportions() {
    ValueSizes sizes =
        ValueSizes.weighted(
            List.of(
                new WeightedSize(64, 70), new WeightedSize(1024, 29), new WeightedSize(65536, 1)),
            2012);
    long[] counts = new long[3];
    for (long key = 0; key < KEYS; key++) {
      counts[List.of(64, 1024, 65536).indexOf(sizes.bytes(key))]++;
    }
    double[] expected = {0.7 * KEYS, 0.29 * KEYS, 0.01 * KEYS};
    assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(0.001);
  }

  @Test
  void aLogNormalWithinBoundsIsWhatTheLawSays() {
    assertThat(pValueOfLogNormal(250, 1.3, 250)).isGreaterThan(0.001);
    assertThat(pValueOfLogNormal(258, 1.3, 250)).isLessThan(1e-9);
    assertThat(pValueOfLogNormal(250, 1.35, 250)).isLessThan(1e-9);
  }

  /** How well sizes of one median and sigma fit the law of another median and sigma 1.3. */
  private static double pValueOfLogNormal(int drawn, double sigma, int median) {
    int[] bounds = {20, 30, 60, 100, 200, 240, 241, 250, 260, 400, 1000, 3000, 8001};
    ValueSizes sizes = ValueSizes.logNormal(drawn, sigma, 20, 8000, 2012);
    long[] counts = new long[bounds.length - 1];
    for (long key = 0; key < KEYS; key++) {
      int bytes = sizes.bytes(key);
      counts[(int) IntStream.of(bounds).filter(bound -> bound <= bytes).count() - 1]++;
    }
    NormalDistribution law = new NormalDistribution(Math.log(median), 1.3);
    double all = law.probability(Math.log(20), Math.log(8001));
    double[] expected = new double[counts.length];
    for (int i = 0; i < expected.length; i++) {
      double within = law.probability(Math.log(bounds[i]), Math.log(bounds[i + 1]));
      expected[i] = KEYS * within / all;
    }
    return new ChiSquareTest().chiSquareTest(expected, counts);
  }

  @Property
  void aLogNormalKeepsItsBounds(
      @ForAll @IntRange(max = 3_000) int min,
      @ForAll @IntRange(min = 1, max = 3_000) int below,
      @ForAll @IntRange int above,
      @ForAll @DoubleRange(min = 0.01, max = 10) double sigma,
      @ForAll long seed) {
    int median = min + below;
    int max = (int) Math.min(Integer.MAX_VALUE, (long) median + above);
    ValueSizes sizes = ValueSizes.logNormal(median, sigma, min, max, seed);
    assertThat(LongStream.range(0, 100).mapToInt(sizes::bytes)).allMatch(b -> b >= min && b <= max);
  }

  @Test
  void aKeyAlwaysHasTheSameSize() {
    List<WeightedSize> few = List.of(new WeightedSize(1, 1), new WeightedSize(2, 1));
    for (long key = -5; key < 500; key++) {
      assertThat(ValueSizes.weighted(few, 7).bytes(key))
          .isEqualTo(ValueSizes.weighted(few, 7).bytes(key));
      assertThat(ValueSizes.logNormal(100, 2, 1, 10_000, 7).bytes(key))
          .isEqualTo(ValueSizes.logNormal(100, 2, 1, 10_000, 7).bytes(key));
    }
  }

  @Test
  void seedsGiveOtherSizes() {
    ValueSizes one = ValueSizes.logNormal(100, 1, 1, 10_000, 1);
    ValueSizes other = ValueSizes.logNormal(100, 1, 1, 10_000, 2);
    assertThat(LongStream.range(0, 1_000).filter(key -> one.bytes(key) == other.bytes(key)).count())
        .isLessThan(50);
  }

  @Test
  void theSizesAreThoseOfEveryEarlierRun() {
    ValueSizes sizes = ValueSizes.logNormal(250, 1.5, 1, 1 << 20, 2012);
    assertThat(LongStream.range(0, 5).mapToInt(sizes::bytes))
        .containsExactly(192, 172, 620, 245, 113);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueSizes.fixed(-1))
        .withMessage("a value of -1 bytes cannot be");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueSizes.weighted(List.of(), 1))
        .withMessage("no size is given to choose from");
    assertThatIllegalArgumentException().isThrownBy(() -> new WeightedSize(-1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeightedSize(8, 0))
        .withMessage("a weight of 0.0 for 8 bytes is not above 0 and at most 1e15");
    assertThatIllegalArgumentException().isThrownBy(() -> new WeightedSize(8, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueSizes.logNormal(100, 1, 101, 200, 1))
        .withMessage("a median of 100 bytes is not at least 1 and from 101 to 200");
    assertThatIllegalArgumentException().isThrownBy(() -> ValueSizes.logNormal(0, 1, 0, 200, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueSizes.logNormal(100, Double.NaN, 1, 200, 1));
  }
}
