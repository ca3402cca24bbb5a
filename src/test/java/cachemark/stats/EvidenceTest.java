// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {
  private static final int RUNS = 2_000;

  /** Extra sleep of ten patients under two drugs: R's data set {@code sleep}. */
  private static final double[] DRUG_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

  private static final double[] DRUG_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  private static double[] exp(double... logs) {
    return Arrays.stream(logs).map(Math::exp).toArray();
  }

  private static Evidence ofPairs(double[] numerators, double[] denominators) {
    return Ratio.ofPairs(numerators, denominators).orElseThrow().evidence().orElseThrow();
  }

  private static Evidence ofGroups(double[] numerators, double[] denominators) {
    return Ratio.ofGroups(numerators, denominators).orElseThrow().evidence().orElseThrow();
  }

  @Test
  void ofPairsIsStudents() {
    // R: t.test(extra ~ group, data = sleep, paired = TRUE) says p-value = 0.002833
    Evidence evidence = ofPairs(exp(DRUG_2), exp(DRUG_1));
    assertThat(evidence.pValue()).isCloseTo(0.002833, within(5e-7));
    // mean 1.58 over deviation 1.229995, times Hedges' 0.913875 at 9 degrees of freedom
    assertThat(evidence.effectSize()).isCloseTo(1.173925, within(1e-6));
    // exp((2.262157 + 1.833113) × 1.229995 / √10)
    assertThat(evidence.minimumDetectableRatio()).isCloseTo(4.917946, within(1e-5));
  }

  @Test
  void ofGroupsIsWelchs() {
    // R: t.test(extra ~ group, data = sleep) says p-value = 0.07939 at df = 17.776
    Evidence evidence = ofGroups(exp(DRUG_2), exp(DRUG_1));
    assertThat(evidence.pValue()).isCloseTo(0.07939, within(5e-6));
    assertThat(evidence.effectSize()).isCloseTo(0.796485, within(1e-6));
    assertThat(evidence.minimumDetectableRatio()).isCloseTo(26.01998, within(1e-4));
  }

  @Test
  void agreesWithTheLibraryWhereCountsDiffer() {
    double[] shorter = Arrays.copyOf(DRUG_1, 6);
    assertThat(ofGroups(exp(DRUG_2), exp(shorter)).pValue())
        .isCloseTo(new TTest().tTest(DRUG_2, shorter), within(1e-12));
  }

  @Test
  void isThereWhereAnIntervalIs() {
    assertThat(Ratio.ofLogs(1, 2, 3, 4).orElseThrow().evidence()).isEmpty();
    assertThat(Ratio.ofLogs(1, 2, 3, 4, 5).orElseThrow().evidence()).isPresent();
  }

  @Test
  void knowsRoundsThatDoNotVary() {
    double[] some = {3, 3, 3, 3, 3};
    double[] more = {3, 3, 3, 3, 3, 3};
    double[] less = {2, 2, 2, 2, 2};
    assertThat(ofPairs(some, some)).isEqualTo(new Evidence(1, 0, 1));
    assertThat(ofGroups(some, more)).isEqualTo(new Evidence(1, 0, 1));
    assertThat(ofPairs(some, less)).isEqualTo(new Evidence(0, Double.POSITIVE_INFINITY, 1));
    assertThat(ofGroups(less, more)).isEqualTo(new Evidence(0, Double.NEGATIVE_INFINITY, 1));
    assertThat(Ratio.ofGroups(some, more).orElseThrow().differs()).isFalse();
    assertThat(Ratio.ofGroups(less, more).orElseThrow().differs()).isTrue();
  }

  @Test
  void turnsRoundWithItsRatio() {
    Ratio ratio = Ratio.ofPairs(exp(DRUG_2), exp(DRUG_1)).orElseThrow();
    Evidence there = ratio.evidence().orElseThrow();
    Evidence back = ratio.inverse().evidence().orElseThrow();
    assertThat(back.pValue()).isEqualTo(there.pValue());
    assertThat(back.effectSize()).isEqualTo(-there.effectSize());
    assertThat(back.minimumDetectableRatio()).isEqualTo(there.minimumDetectableRatio());
  }

  /** Two sides that each vary by 5 % (10 %) tell a tenth apart over some 8 (26) paired rounds. */
  @ParameterizedTest
  @CsvSource({"8, 0.05", "26, 0.10"})
  void saysHowManyRoundsATenthNeeds(int rounds, double variation) {
    Evidence evidence =
        Ratio.ofLogs(withSpread(rounds, variation * Math.sqrt(2)))
            .orElseThrow()
            .evidence()
            .orElseThrow();
    assertThat(evidence.minimumDetectableRatio()).isBetween(1.09, 1.12);
  }

  /** The same ratio on both sides: p below 0.05 in one run of twenty. */
  @ParameterizedTest
  @ValueSource(ints = {5, 8, 10, 20, 40})
  void criesWolfOnceInTwentyRuns(int rounds) {
    Random random = new Random(rounds);
    assertThat(shareFound(random, rounds, 0)).isBetween(0.035, 0.065);
    assertThat(shareFoundInGroups(random, rounds, 0)).isBetween(0.035, 0.065);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 8, 10, 20, 40})
  void findsTheMinimumDetectableRatioNineteenTimesOfTwenty(int rounds) {
    Random random = new Random(rounds);
    double[] logs = withSpread(rounds, 0.05);
    double ofPairs = ofPairs(exp(logs), exp(new double[rounds])).minimumDetectableRatio();
    assertThat(shareFound(random, rounds, Math.log(ofPairs))).isBetween(0.92, 0.98);
    assertThat(shareFound(random, rounds, -Math.log(ofPairs))).isBetween(0.92, 0.98);
    double ofGroups = ofGroups(exp(logs), exp(logs)).minimumDetectableRatio();
    assertThat(shareFoundInGroups(random, rounds, Math.log(ofGroups))).isBetween(0.92, 0.98);
  }

  private static double shareFound(Random random, int rounds, double log) {
    return share(() -> Estimate.of(normal(random, rounds, log)));
  }

  private static double shareFoundInGroups(Random random, int rounds, double log) {
    return share(() -> Estimate.of(normal(random, rounds, log), normal(random, rounds, 0)));
  }

  private static double share(Supplier<Estimate> run) {
    return IntStream.range(0, RUNS).filter(i -> run.get().pValue() < 0.05).count() / (double) RUNS;
  }

  private static double[] normal(Random random, int rounds, double mean) {
    return IntStream.range(0, rounds)
        .mapToDouble(i -> mean + 0.05 * random.nextGaussian())
        .toArray();
  }

  /** So many values whose sample standard deviation is just this. */
  private static double[] withSpread(int rounds, double deviation) {
    double unit = deviation * Math.sqrt((rounds - 1) / 2.0);
    double[] values = new double[rounds];
    values[0] = unit;
    values[1] = -unit;
    return values;
  }
}
