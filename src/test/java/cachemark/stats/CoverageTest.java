// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the interval of a ratio holds the true ratio, over simulated runs. How wide lognormal
 * noise is makes no difference to that, for an interval grows with its noise ({@link
 * RatioTest#widensWithTheSpread}).
 */
class CoverageTest {
  private static final int RUNS = 2_000;
  private static final int RUNS_OF_ODD_NOISE = 1_000;
  private static final double TRUE_RATIO = 1.2;

  @ParameterizedTest
  @ValueSource(ints = {5, 8, 10, 20, 40})
  void ofPairsWithLognormalNoise(int rounds) {
    Random random = new Random(rounds);
    assertThat(coverage(RUNS, () -> pairs(random, rounds, lognormal(0.03)))).isBetween(0.93, 0.97);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 8, 10, 20, 40})
  void ofGroupsWithLognormalNoise(int rounds) {
    Random random = new Random(rounds);
    assertThat(coverage(RUNS, () -> groups(random, rounds, rounds, lognormal(0.10))))
        .isBetween(0.93, 0.97);
  }

  /** Half as many rounds again on one side. */
  @ParameterizedTest
  @ValueSource(ints = {6, 10})
  void ofGroupsOfUnequalLength(int rounds) {
    Random random = new Random(rounds);
    assertThat(coverage(RUNS, () -> groups(random, rounds, rounds * 3 / 2, lognormal(0.10))))
        .isBetween(0.93, 0.97);
  }

  /** Symmetric heavy tails: Student's noise at 3 degrees of freedom. */
  @ParameterizedTest
  @ValueSource(ints = {5, 8, 10, 20})
  void ofHeavyTails(int rounds) {
    Random random = new Random(rounds);
    ToDoubleFunction<Random> noise = CoverageTest::student;
    assertThat(coverage(RUNS_OF_ODD_NOISE, () -> pairs(random, rounds, noise)))
        .isBetween(0.93, 0.985);
    assertThat(coverage(RUNS_OF_ODD_NOISE, () -> groups(random, rounds, rounds, noise)))
        .isBetween(0.93, 0.985);
  }

  /**
   * One side is slow in an exponential way: what the bootstrap is for. Student's interval of few
   * rounds holds the ratio too seldom, about 9 times of 10.
   */
  @ParameterizedTest
  @CsvSource({"5, 0.86", "8, 0.87", "10, 0.93", "20, 0.93"})
  void ofSkewedNoise(int rounds, double least) {
    Random random = new Random(rounds);
    assertThat(coverage(RUNS_OF_ODD_NOISE, () -> single(random, rounds, CoverageTest::exponential)))
        .isBetween(least, 0.97);
  }

  /**
   * One round in twenty is off by eight deviations: runs that never saw such a round cannot know of
   * it, and no interval repairs that.
   */
  @ParameterizedTest
  @ValueSource(ints = {5, 10})
  void ofRareSpikes(int rounds) {
    Random random = new Random(rounds);
    assertThat(coverage(RUNS_OF_ODD_NOISE, () -> single(random, rounds, CoverageTest::spike)))
        .isBetween(0.83, 0.95);
  }

  @Test
  void moreRoundsAreNarrower() {
    Random random = new Random(9);
    double[] widths =
        IntStream.of(5, 9, 10, 20, 40).mapToDouble(rounds -> meanWidth(random, rounds)).toArray();
    for (int i = 1; i < widths.length; i++) {
      assertThat(widths[i]).isLessThan(widths[i - 1] * (i == 2 ? 1.1 : 1));
    }
  }

  private static double meanWidth(Random random, int rounds) {
    return IntStream.range(0, 300)
        .mapToObj(i -> pairs(random, rounds, lognormal(0.05)))
        .map(ratio -> ratio.interval().orElseThrow())
        .mapToDouble(interval -> interval.high() - interval.low())
        .average()
        .orElseThrow();
  }

  private static double coverage(int runs, Supplier<Ratio> run) {
    return IntStream.range(0, runs)
            .filter(i -> run.get().interval().orElseThrow().contains(TRUE_RATIO))
            .count()
        / (double) runs;
  }

  /** Pairs whose rounds have much in common. */
  private static Ratio pairs(Random random, int rounds, ToDoubleFunction<Random> noise) {
    double[] left = new double[rounds];
    double[] right = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      double common = random.nextGaussian();
      left[i] = TRUE_RATIO * Math.exp(common + noise.applyAsDouble(random));
      right[i] = Math.exp(common + noise.applyAsDouble(random));
    }
    return Ratio.ofPairs(left, right).orElseThrow();
  }

  private static Ratio groups(
      Random random, int rounds, int others, ToDoubleFunction<Random> noise) {
    return Ratio.ofGroups(
            values(random, rounds, TRUE_RATIO, noise), values(random, others, 1, noise))
        .orElseThrow();
  }

  private static Ratio single(Random random, int rounds, ToDoubleFunction<Random> noise) {
    double[] ones = IntStream.range(0, rounds).mapToDouble(i -> 1).toArray();
    return Ratio.ofPairs(values(random, rounds, TRUE_RATIO, noise), ones).orElseThrow();
  }

  private static double[] values(
      Random random, int rounds, double scale, ToDoubleFunction<Random> noise) {
    return IntStream.range(0, rounds)
        .mapToDouble(i -> scale * Math.exp(noise.applyAsDouble(random)))
        .toArray();
  }

  /** Noise of the logarithm, as all below: mean 0. */
  private static ToDoubleFunction<Random> lognormal(double variation) {
    double deviation = Math.sqrt(Math.log1p(variation * variation));
    return random -> deviation * random.nextGaussian();
  }

  private static double student(Random random) {
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      double normal = random.nextGaussian();
      squares += normal * normal;
    }
    return 0.03 * random.nextGaussian() / Math.sqrt(squares / 3);
  }

  private static double exponential(Random random) {
    return 0.10 * (-Math.log(1 - random.nextDouble()) - 1);
  }

  private static double spike(Random random) {
    return 0.03 * (random.nextGaussian() + (random.nextInt(20) == 0 ? 8 : 0) - 0.4);
  }
}
