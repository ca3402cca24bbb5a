// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RatioTest {
  @Test
  void isTheGeometricMeanOfPairs() {
    Ratio ratio = Ratio.ofPairs(new double[] {2, 8}, new double[] {1, 1}).orElseThrow();
    assertThat(ratio.value()).isCloseTo(4, within(1e-12));
    assertThat(ratio.lowest()).isCloseTo(2, within(1e-12));
    assertThat(ratio.highest()).isCloseTo(8, within(1e-12));
    assertThat(ratio.interval()).isEmpty();
    assertThat(ratio.differs()).isFalse();
  }

  @Test
  void hasStudentsIntervalOfTheLogs() {
    double[] logs = {0.1, 0.2, 0.3, 0.4, 0.5};
    Interval ofLogs = Interval.ofMean(logs).orElseThrow();
    Ratio ratio = Ratio.ofLogs(logs).orElseThrow();
    assertThat(ratio.interval().orElseThrow().low())
        .isCloseTo(Math.exp(ofLogs.low()), within(1e-12));
    assertThat(ratio.differs()).isTrue();
  }

  @Test
  void pairingCancelsWhatARoundHasInCommon() {
    double[] left = {1, 10, 100, 1000, 10000};
    double[] right = {1.1, 11, 110, 1100, 11000};
    Ratio ratio = Ratio.ofPairs(right, left).orElseThrow();
    assertThat(ratio.value()).isCloseTo(1.1, within(1e-9));
    assertThat(ratio.differs()).isTrue();
  }

  @Test
  void refusesWhatHasNoRatio() {
    assertThatThrownBy(() -> Ratio.ofPairs(new double[] {1}, new double[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ratio.ofPairs(new double[] {1}, new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void tellsTheSameStoryBothWays(
      @ForAll @Size(min = 5, max = 9) List<@DoubleRange(min = 0.01, max = 100) Double> values) {
    double[] left = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] right = values.stream().mapToDouble(value -> value * value + 0.01).toArray();
    Ratio there = Ratio.ofPairs(left, right).orElseThrow();
    Ratio back = Ratio.ofPairs(right, left).orElseThrow().inverse();
    assertThat(back.value()).isCloseTo(there.value(), within(1e-9 * there.value()));
    assertThat(back.differs()).isEqualTo(there.differs());
  }

  @Test
  void agreesWithKnownPairs() {
    // R: exp(t.test(c(.10, .25, .05, .18, .32, .21))$conf.int); mean 0.185, t(5, 0.975) = 2.570582
    Ratio ratio = Ratio.ofLogs(0.10, 0.25, 0.05, 0.18, 0.32, 0.21).orElseThrow();
    assertThat(ratio.value()).isCloseTo(1.203218, within(1e-6));
    assertThat(ratio.interval().orElseThrow().low()).isCloseTo(1.085010, within(1e-6));
    assertThat(ratio.interval().orElseThrow().high()).isCloseTo(1.334305, within(1e-6));
  }

  @Test
  void hasWelchsIntervalOfGroups() {
    // Logs 1..5 and 2, 4, 6, 8, 10, 12: variances 2.5 and 14, errors 0.5 and 7/3, so
    // df = (17/6)² / (0.5² / 4 + (7/3)² / 5) = 6.97226, t(df, 0.975) = 2.366533
    double[] fewer = {1, 2, 3, 4, 5};
    double[] more = {2, 4, 6, 8, 10, 12};
    Ratio ratio = Ratio.ofGroups(exp(more), exp(fewer)).orElseThrow();
    double half = 2.366533 * Math.sqrt(17.0 / 6);
    assertThat(Math.log(ratio.value())).isCloseTo(4, within(1e-12));
    assertThat(Math.log(ratio.lowest())).isCloseTo(2 - 5, within(1e-12));
    assertThat(Math.log(ratio.highest())).isCloseTo(12 - 1, within(1e-12));
    assertThat(ratio.rounds()).isEqualTo(5);
    assertThat(Math.log(ratio.interval().orElseThrow().low())).isCloseTo(4 - half, within(1e-5));
    assertThat(Math.log(ratio.interval().orElseThrow().high())).isCloseTo(4 + half, within(1e-5));
  }

  @Test
  void groupsNeedFiveRoundsOnEitherSide() {
    double[] four = {1, 2, 3, 4};
    double[] five = {1, 2, 3, 4, 5};
    assertThat(Ratio.ofGroups(four, five).orElseThrow().interval()).isEmpty();
    assertThat(Ratio.ofGroups(five, four).orElseThrow().rounds()).isEqualTo(4);
    assertThat(Ratio.ofGroups(five, five).orElseThrow().interval()).isPresent();
    assertThat(Ratio.ofGroups(five, new double[0])).isEmpty();
    assertThatThrownBy(() -> Ratio.ofGroups(five, new double[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void resamplesFromTenRoundsOn() {
    assertThat(Interval.FEWEST_FOR_BOOTSTRAP).isEqualTo(10);
    double[] nine = {0.1, 0.1, 0.11, 0.12, 0.1, 0.13, 0.15, 0.2, 0.3};
    double[] ten = {0.1, 0.1, 0.11, 0.12, 0.1, 0.13, 0.15, 0.2, 0.3, 0.12};
    assertThat(Ratio.ofLogs(nine).orElseThrow().interval().orElseThrow().high())
        .isCloseTo(Math.exp(Interval.ofMean(nine).orElseThrow().high()), within(1e-12));
    Interval resampled = Ratio.ofLogs(ten).orElseThrow().interval().orElseThrow();
    assertThat(resampled.high())
        .as("the longer tail is above")
        .isGreaterThan(Math.exp(Interval.ofMean(ten).orElseThrow().high()) + 0.01);
    assertThat(Ratio.ofLogs(ten).orElseThrow().interval()).hasValue(resampled);
  }

  @Test
  void refusesWhatIsNotFinite() {
    assertThatThrownBy(() -> Ratio.ofLogs(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> Ratio.ofPairs(new double[] {Double.POSITIVE_INFINITY}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 300)
  void aCommonUnitCancels(
      @ForAll @Size(min = 5, max = 15) List<@DoubleRange(min = 0.01, max = 100) Double> values,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double unit) {
    double[] left = array(values);
    double[] right = reversed(left);
    right[0] = 7;
    assertClose(
        Ratio.ofPairs(scaled(left, unit), scaled(right, unit)), Ratio.ofPairs(left, right), 1);
    assertClose(
        Ratio.ofGroups(scaled(left, unit), scaled(right, unit)), Ratio.ofGroups(left, right), 1);
    assertClose(Ratio.ofPairs(scaled(left, unit), right), Ratio.ofPairs(left, right), unit);
  }

  @Property(tries = 300)
  void swappingTheSidesIsTheInverse(
      @ForAll @Size(min = 1, max = 15) List<@DoubleRange(min = 0.01, max = 100) Double> one,
      @ForAll @Size(min = 1, max = 15) List<@DoubleRange(min = 0.01, max = 100) Double> other) {
    assertClose(
        Ratio.ofGroups(array(one), array(other)),
        Ratio.ofGroups(array(other), array(one)).map(Ratio::inverse),
        1);
    double[] logs = array(one);
    assertClose(Ratio.ofLogs(logs), Ratio.ofLogs(scaled(logs, -1)).map(Ratio::inverse), 1);
  }

  @Property(tries = 300)
  void theOrderOfRoundsSaysNothing(
      @ForAll @Size(min = 1, max = 15) List<@DoubleRange(min = 0.01, max = 100) Double> one,
      @ForAll @Size(min = 1, max = 15) List<@DoubleRange(min = 0.01, max = 100) Double> other) {
    assertClose(
        Ratio.ofGroups(array(one), array(other)),
        Ratio.ofGroups(reversed(array(one)), array(other)),
        1);
    assertClose(Ratio.ofLogs(array(one)), Ratio.ofLogs(reversed(array(one))), 1);
  }

  @Property(tries = 300)
  void widensWithTheSpread(
      @ForAll @Size(min = 5, max = 15) List<@DoubleRange(min = -1, max = 1) Double> logs,
      @ForAll @DoubleRange(min = 1.1, max = 3) double factor) {
    double[] narrow = array(logs);
    Ratio ratio = Ratio.ofLogs(narrow).orElseThrow();
    Ratio wider = Ratio.ofLogs(scaled(narrow, factor)).orElseThrow();
    assertThat(width(wider)).isCloseTo(factor * width(ratio), within(1e-9));
    assertThat(wider.evidence().orElseThrow().minimumDetectableRatio())
        .isGreaterThanOrEqualTo(ratio.evidence().orElseThrow().minimumDetectableRatio());
  }

  /** No spread but for one round: draws without it say nothing, and the interval stays sane. */
  @Test
  void oneOutlierLeavesAFiniteInterval() {
    double[] logs = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    Interval interval = Ratio.ofLogs(logs).orElseThrow().interval().orElseThrow();
    // mean 0.1, standard error 0.1; 1.959964 down, t(9, 0.9995) = 4.780913 up
    assertThat(Math.log(interval.low())).isCloseTo(0.1 - 0.1959964, within(1e-6));
    assertThat(Math.log(interval.high())).isCloseTo(0.1 + 0.4780913, within(1e-6));
  }

  private static double width(Ratio ratio) {
    Interval interval = ratio.interval().orElseThrow();
    return Math.log(interval.high() / interval.low());
  }

  private static void assertClose(Optional<Ratio> one, Optional<Ratio> other, double factor) {
    Offset<Double> tolerance = within(1e-8);
    Ratio left = one.orElseThrow();
    Ratio right = other.orElseThrow();
    assertThat(Math.log(left.value() / right.value() / factor)).isCloseTo(0, tolerance);
    assertThat(Math.log(left.lowest() / right.lowest() / factor)).isCloseTo(0, tolerance);
    assertThat(Math.log(left.highest() / right.highest() / factor)).isCloseTo(0, tolerance);
    assertThat(left.rounds()).isEqualTo(right.rounds());
    assertThat(left.interval().isPresent()).isEqualTo(right.interval().isPresent());
    if (left.interval().isPresent()) {
      Interval range = left.interval().get();
      Interval same = right.interval().orElseThrow();
      assertThat(Math.log(range.low() / same.low() / factor)).isCloseTo(0, tolerance);
      assertThat(Math.log(range.high() / same.high() / factor)).isCloseTo(0, tolerance);
    }
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] exp(double... logs) {
    return Arrays.stream(logs).map(Math::exp).toArray();
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  private static double[] reversed(double[] values) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[values.length - 1 - i])
        .toArray();
  }
}
