// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/** How many requests are due, and when. */
final class ArrivalsTest {
  private static final double NANOS = 1e9;

  /** Of all threads, in order. */
  private static List<Long> due(Spacing spacing, Rate rate, Window window, int threads, long seed) {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Arrivals arrivals = new Arrivals(spacing.places(i, threads, seed), rate, window);
      while (arrivals.nextNanos() != Arrivals.NEVER) {
        all.add(arrivals.take());
      }
    }
    Collections.sort(all);
    return all;
  }

  private static Window window(int warmupMillis, int millis) {
    return Window.of(Duration.ofMillis(warmupMillis), Duration.ofMillis(millis), Duration.ZERO);
  }

  @Property(tries = 200)
  void aConstantRateIsExactOverAnyThreads(
      @ForAll @DoubleRange(min = 0.5, max = 50_000) double rate,
      @ForAll @IntRange(min = 1, max = 2_000) int millis,
      @ForAll @IntRange(min = 1, max = 9) int threads) {
    List<Long> due = due(Spacing.CONSTANT, Rate.of(rate), window(0, millis), threads, 1);
    assertThat(due.size()).isEqualTo((int) Math.ceil(rate * millis / 1e3 - 1e-6));
    for (int i = 0; i < due.size(); i++) {
      assertThat((double) due.get(i)).isCloseTo(i * NANOS / rate, within(2.0));
    }
  }

  @Property(tries = 100)
  void aRampIsExactFromItsWarmUpToItsEnd(
      @ForAll @DoubleRange(min = 100, max = 20_000) double from,
      @ForAll @DoubleRange(min = 100, max = 20_000) double to,
      @ForAll @IntRange(min = 0, max = 500) int warmupMillis) {
    Window window = window(warmupMillis, 1_000);
    List<Long> due = due(Spacing.CONSTANT, new Rate(from, to), window, 1, 1);
    for (int i = 0; i < due.size(); i++) {
      double seconds = (due.get(i) - window.fromNanos()) / NANOS;
      double ramp = Math.max(0, seconds);
      // As many as the area under the rate: its warm-up's, and from t + (to - from) t² / 2.
      double before = from * (window.fromNanos() / NANOS + seconds) + (to - from) * ramp * ramp / 2;
      assertThat(before).isCloseTo(i, within(1e-3));
    }
    double all = from * warmupMillis / 1e3 + (from + to) / 2;
    assertThat((double) due.size()).isCloseTo(all, within(1.01));
  }

  @Property(tries = 30)
  void randomGapsAreExponentialOverAnyThreads(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int threads) {
    double rate = 5_000;
    List<Long> due = due(Spacing.POISSON, Rate.of(rate), window(0, 1_000), threads, seed);
    assertThat(due.size()).isBetween(4_600, 5_400); // five and a half standard deviations
    double[] gaps = new double[due.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = due.get(i + 1) - due.get(i);
    }
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new ExponentialDistribution(NANOS / rate), gaps, false);
    assertThat(p).isGreaterThan(1e-6);
  }

  @Property(tries = 20)
  void theSameSeedGivesTheSameTimesAndAnotherOthers(@ForAll long seed) {
    Window window = window(10, 100);
    List<Long> once = due(Spacing.POISSON, Rate.of(1_000), window, 2, seed);
    assertThat(due(Spacing.POISSON, Rate.of(1_000), window, 2, seed)).isEqualTo(once);
    assertThat(due(Spacing.POISSON, Rate.of(1_000), window, 2, seed + 2)).isNotEqualTo(once);
  }
}
