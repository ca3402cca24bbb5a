// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadinessTest {
  private static final int FORKS = 2_000;

  private static double[] scores(double... scores) {
    return scores;
  }

  private static Steadiness ofSpeeds(double[] warmup, double[] measured) {
    return Steadiness.of(warmup, measured, true);
  }

  @Test
  void whatEndsWithinTheWarmupIsFlat() {
    assertThat(ofSpeeds(scores(40, 101, 99), scores(100, 101, 99))).isEqualTo(Steadiness.FLAT);
    assertThat(ofSpeeds(scores(40, 60, 80), scores(100, 101, 100))).isEqualTo(Steadiness.FLAT);
    assertThat(ofSpeeds(scores(40, 80, 93, 97, 99), scores(100, 100.5))).isEqualTo(Steadiness.FLAT);
  }

  @Test
  void whatStillRisesIsWarming() {
    assertThat(ofSpeeds(scores(70, 80, 90), scores(95, 100, 105))).isEqualTo(Steadiness.WARMING);
    assertThat(ofSpeeds(scores(80, 90, 95), scores(100, 106))).isEqualTo(Steadiness.WARMING);
    assertThat(ofSpeeds(scores(70, 80, 90), scores(93, 100, 100))).isEqualTo(Steadiness.WARMING);
    assertThat(ofSpeeds(scores(), scores(80, 85, 90, 95, 100))).isEqualTo(Steadiness.WARMING);
  }

  @Test
  void whatFallsIsSlowing() {
    assertThat(ofSpeeds(scores(50, 100, 99), scores(96, 92, 88))).isEqualTo(Steadiness.SLOWING);
  }

  @Test
  void aSpikeIsUnsteadyWhereverItIs() {
    double[] warmup = {50, 100, 101, 100};
    assertThat(ofSpeeds(warmup, scores(70, 100, 99))).isEqualTo(Steadiness.UNSTEADY);
    assertThat(ofSpeeds(warmup, scores(100, 70, 99))).isEqualTo(Steadiness.UNSTEADY);
    assertThat(ofSpeeds(warmup, scores(100, 102, 70))).isEqualTo(Steadiness.UNSTEADY);
    assertThat(ofSpeeds(scores(50, 100, 70, 101), scores(100, 102, 99))).isEqualTo(Steadiness.FLAT);
  }

  @Test
  void tooFewAreUnknown() {
    assertThat(ofSpeeds(scores(), scores())).isEqualTo(Steadiness.UNKNOWN);
    assertThat(ofSpeeds(scores(100), scores(100))).isEqualTo(Steadiness.UNKNOWN);
    assertThat(ofSpeeds(scores(1, 2, 3, 4, 5), scores(100))).isEqualTo(Steadiness.UNKNOWN);
    assertThat(ofSpeeds(scores(90, 90), scores(100, 50))).isEqualTo(Steadiness.UNKNOWN);
    assertThat(ofSpeeds(scores(90, 90, 90), scores(100, 100))).isEqualTo(Steadiness.FLAT);
  }

  @Test
  void scoresThatAreNoSpeedAreUnknown() {
    assertThat(ofSpeeds(scores(1, 1, 1), scores(1, 0, 1))).isEqualTo(Steadiness.UNKNOWN);
    assertThat(ofSpeeds(scores(1, 1, Double.NaN), scores(1, 1, 1))).isEqualTo(Steadiness.UNKNOWN);
  }

  @Test
  void longSeriesAreJudgedByTheirMedians() {
    double[] warmup = series(100, i -> 80);
    assertThat(ofSpeeds(warmup, series(10_000, i -> i % 50 == 0 ? 20 : 100)))
        .isEqualTo(Steadiness.UNSTEADY);
    assertThat(ofSpeeds(warmup, series(10_000, i -> 100 + i / 1_000.0)))
        .isEqualTo(Steadiness.WARMING);
    assertThat(ofSpeeds(warmup, series(10_000, i -> 100 + i / 10_000.0)))
        .isEqualTo(Steadiness.FLAT);
  }

  /** Constant speed at a noise of 3 %: at most one fork in twenty is called anything else. */
  @ParameterizedTest
  @CsvSource({"2, 3", "3, 2", "3, 3", "5, 3", "8, 2", "8, 3", "3, 5", "5, 10"})
  void constantNoiseIsFlat(int warmup, int measured) {
    Random random = new Random(3);
    assertThat(
            share(Steadiness.FLAT, warmup, measured, i -> Math.exp(0.03 * random.nextGaussian())))
        .isGreaterThanOrEqualTo(0.95);
  }

  /** A warm-up that starts at 40 % of the speed and has 2 % to go when the measuring starts. */
  @ParameterizedTest
  @CsvSource({"5, 2", "5, 3", "8, 3"})
  void anExponentialThatEndsEarlyIsFlat(int warmup, int measured) {
    Random random = new Random(4);
    IntToDoubleFunction speed =
        i -> (1 - 0.6 * Math.exp(-i / 1.4)) * Math.exp(0.01 * random.nextGaussian());
    assertThat(share(Steadiness.FLAT, warmup, measured, speed)).isGreaterThanOrEqualTo(0.95);
  }

  /** Twice the tolerance at a noise of 1 %. */
  @ParameterizedTest
  @CsvSource({"3, 2", "3, 3", "5, 3", "8, 3", "5, 10"})
  void aRiseIsSeen(int warmup, int measured) {
    Random random = new Random(5);
    double step = 0.10 / (measured - 1);
    assertThat(
            share(
                Steadiness.WARMING,
                warmup,
                measured,
                i -> Math.exp(step * i + 0.01 * random.nextGaussian())))
        .isGreaterThanOrEqualTo(0.95);
  }

  @Property
  void timesAndSpeedsTellTheSame(
      @ForAll @Size(min = 3, max = 8) List<@DoubleRange(min = 80, max = 120) Double> warmup,
      @ForAll @Size(min = 2, max = 4) List<@DoubleRange(min = 99, max = 106) Double> measured) {
    double[] before = array(warmup);
    double[] scores = array(measured);
    assertThat(Steadiness.of(inverse(before), inverse(scores), false))
        .isEqualTo(Steadiness.of(before, scores, true));
    assertThat(Steadiness.of(before, scores, false))
        .isEqualTo(Steadiness.of(inverse(before), inverse(scores), true));
  }

  private static double share(
      Steadiness expected, int warmup, int measured, IntToDoubleFunction speed) {
    int seen = 0;
    for (int fork = 0; fork < FORKS; fork++) {
      double[] before = series(warmup, speed);
      double[] scores = series(measured, i -> speed.applyAsDouble(warmup + i));
      seen += ofSpeeds(before, scores) == expected ? 1 : 0;
    }
    return (double) seen / FORKS;
  }

  private static double[] series(int length, IntToDoubleFunction score) {
    return IntStream.range(0, length).mapToDouble(score).toArray();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] inverse(double[] values) {
    return series(values.length, i -> 1e4 / values[i]);
  }
}
