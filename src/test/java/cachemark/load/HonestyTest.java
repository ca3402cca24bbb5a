// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachemark.store.FailureCause;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/**
 * The example by which HdrHistogram's author explains what closed loops leave out: a server that
 * answers 100 requests a second, each in a millisecond, for 100 seconds, and then stands still for
 * 100 seconds. Half of those who come wait; half of these 50 seconds and more.
 */
final class HonestyTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final Window WINDOW =
      Window.of(Duration.ZERO, Duration.ofSeconds(200), Duration.ofSeconds(100));

  /** Whoever asks from 100 s on is answered at 200 s. */
  private static long answerOfTheExample(long asked) {
    return asked < 100 * SECOND || asked >= 200 * SECOND ? asked + MILLI : 200 * SECOND;
  }

  private static Arrivals hundredPerSecond() {
    return new Arrivals(Spacing.CONSTANT.places(0, 1, 0), Rate.of(100), WINDOW);
  }

  @Test
  void responseTimeShowsAllOfThePauseOverConnectionsEnough() {
    Interval all =
        new FakeWorld(HonestyTest::answerOfTheExample).run(WINDOW, hundredPerSecond(), 10_001);
    assertThat(all.sent).isEqualTo(20_000);
    assertThat(all.answered()).isEqualTo(20_000);
    assertThat(all.late).isZero();
    assertThat(seconds(all.response, 50)).isCloseTo(0.001, within(1e-5));
    assertThat(seconds(all.response, 75)).isCloseTo(50, within(0.1));
    assertThat(seconds(all.response, 90)).isCloseTo(80, within(0.1));
    assertThat(seconds(all.response, 99)).isCloseTo(98, within(0.1));
    assertThat(seconds(all.response, 99.9)).isCloseTo(99.8, within(0.1));
    assertThat(seconds(all.response, 100)).isCloseTo(100, within(0.1));
    assertThat(all.response.getMean() / SECOND).isCloseTo(25, within(0.05));
  }

  @Test
  void responseTimeShowsItOverOneConnectionWhereServiceTimeHidesIt() {
    Interval all =
        new FakeWorld(HonestyTest::answerOfTheExample).run(WINDOW, hundredPerSecond(), 1);
    assertThat(all.answered()).isEqualTo(20_000);
    // From 200 s on the 9 999 that waited go out a millisecond apart; they came 10 ms apart.
    assertThat(seconds(all.response, 50)).isCloseTo(0.001, within(1e-5));
    assertThat(seconds(all.response, 75)).isCloseTo(55, within(0.1));
    assertThat(seconds(all.response, 99)).isCloseTo(98.2, within(0.1));
    assertThat(seconds(all.response, 100)).isCloseTo(100, within(0.1));
    assertThat(seconds(all.service, 99.99)).isCloseTo(0.001, within(1e-5));
    assertThat(all.late).isEqualTo(9_999);
    assertThat(all.blocked).isEqualTo(9_999);
    assertThat(seconds(all.lateness, 100)).isCloseTo(99.99, within(0.1));
  }

  @Test
  void aPauseOfTheClientShowsAsItsOwn() {
    FakeWorld world = new FakeWorld(asked -> asked + MILLI).pausing(10 * SECOND, SECOND);
    Interval all = world.run(WINDOW, hundredPerSecond(), 10);
    assertThat(all.late).isBetween(99L, 101L);
    assertThat(all.blocked).isZero();
    assertThat(seconds(all.response, 100)).isCloseTo(1, within(0.02));
    assertThat(all.answered()).isEqualTo(20_000);
  }

  @Test
  void aClosedLoopHidesIt() {
    Interval all = new FakeWorld(HonestyTest::answerOfTheExample).run(WINDOW, null, 1);
    assertThat(all.answered()).isEqualTo(100_001);
    assertThat(seconds(all.service, 99.99)).isCloseTo(0.001, within(1e-5));
    assertThat(seconds(all.service, 100)).isCloseTo(100, within(0.1));
    assertThat(all.response.getTotalCount()).isZero();
    assertThat(all.late).isZero();
  }

  @Test
  void whatIsNeverSentIsDroppedAndTimedWithWhatItWaited() {
    Window window = Window.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(1));
    Arrivals arrivals = new Arrivals(Spacing.CONSTANT.places(0, 1, 0), Rate.of(100), window);
    Interval all = new FakeWorld(asked -> 100 * SECOND).run(window, arrivals, 1);
    assertThat(all.sent).isEqualTo(1);
    assertThat(all.dropped).isEqualTo(199);
    assertThat(all.count(FailureCause.ANSWER_TIMEOUT)).isEqualTo(1);
    assertThat(all.response.getTotalCount()).isEqualTo(200);
    assertThat(seconds(all.response, 100)).isCloseTo(3, within(0.01));
    assertThat(seconds(all.response, 50)).isCloseTo(2, within(0.02));
    assertThat(seconds(all.response, 0)).isCloseTo(1.01, within(0.01));
  }

  @Test
  void whatIsDueInTheWarmUpIsNotCounted() {
    Window window =
        Window.of(Duration.ofSeconds(1), Duration.ofMillis(2_500), Duration.ofSeconds(1));
    Arrivals arrivals = new Arrivals(Spacing.CONSTANT.places(0, 1, 0), Rate.of(100), window);
    FakeWorld world = new FakeWorld(asked -> asked + (asked < SECOND ? 50 : 1) * MILLI);
    Interval all = world.run(window, arrivals, 10);
    assertThat(all.sent).isEqualTo(250);
    assertThat(all.answered()).isEqualTo(250);
    assertThat(seconds(all.response, 100)).isCloseTo(0.001, within(1e-5));
    assertThat(world.seconds.stream().map(second -> second.sent)).containsExactly(100L, 100L, 50L);
  }

  private static double seconds(Histogram histogram, double percent) {
    return histogram.getValueAtPercentile(percent) / (double) SECOND;
  }
}
