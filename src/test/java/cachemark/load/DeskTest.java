// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachemark.store.FailureCause;
import java.time.Duration;
import java.util.function.LongUnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.HdrHistogram.Histogram;

/** Requests over connections that block are due, sent, late and dropped as over others. */
final class DeskTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  /** As in {@link HonestyTest}: a table that stands still from 100 s to 200 s. */
  private static final Window WINDOW =
      Window.of(Duration.ZERO, Duration.ofSeconds(200), Duration.ofSeconds(100));

  private static long answerOfTheExample(long asked) {
    return asked < 100 * SECOND || asked >= 200 * SECOND ? asked + MILLI : 200 * SECOND;
  }

  private static Arrivals hundredPerSecond(Window window) {
    return new Arrivals(Spacing.CONSTANT.places(0, 1, 0), Rate.of(100), window);
  }

  @Example
  void responseTimeShowsAllOfThePauseOverConnectionsEnough() {
    Interval all =
        new BlockingWorld(DeskTest::answerOfTheExample)
            .run(WINDOW, hundredPerSecond(WINDOW), 10_001);
    assertThat(all.sent).isEqualTo(20_000);
    assertThat(all.answered()).isEqualTo(20_000);
    assertThat(all.late).isZero();
    assertThat(seconds(all.response, 75)).isCloseTo(50, within(0.1));
    assertThat(seconds(all.response, 99)).isCloseTo(98, within(0.1));
    assertThat(seconds(all.response, 100)).isCloseTo(100, within(0.1));
    assertThat(all.response.getMean() / SECOND).isCloseTo(25, within(0.05));
  }

  @Example
  void responseTimeShowsItOverOneConnectionWhereServiceTimeHidesIt() {
    Interval all =
        new BlockingWorld(DeskTest::answerOfTheExample).run(WINDOW, hundredPerSecond(WINDOW), 1);
    assertThat(all.answered()).isEqualTo(20_000);
    assertThat(seconds(all.response, 75)).isCloseTo(55, within(0.1));
    assertThat(seconds(all.response, 100)).isCloseTo(100, within(0.1));
    assertThat(seconds(all.service, 99.99)).isCloseTo(0.001, within(1e-5));
    assertThat(all.late).isEqualTo(9_999);
    assertThat(all.blocked).isEqualTo(9_999);
    assertThat(all.response(Route.HIT).getTotalCount()).isEqualTo(20_000);
  }

  @Example
  void whatIsNeverSentIsDroppedAndWhatIsNotAnsweredHasFailed() {
    Window window = Window.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(1));
    Interval all =
        new BlockingWorld(asked -> 100 * SECOND).run(window, hundredPerSecond(window), 3);
    assertThat(all.sent).isEqualTo(3);
    assertThat(all.dropped).isEqualTo(197);
    assertThat(all.count(FailureCause.ANSWER_TIMEOUT)).isEqualTo(3);
    assertThat(all.response.getTotalCount()).isEqualTo(200);
    assertThat(seconds(all.response, 100)).isCloseTo(3, within(0.01));
    assertThat(all.count(Effect.CACHE_HIT)).isZero();
  }

  @Example
  void whatIsDueInTheWarmUpIsNotCounted() {
    Window window =
        Window.of(Duration.ofSeconds(1), Duration.ofMillis(2_500), Duration.ofSeconds(1));
    BlockingWorld world = new BlockingWorld(asked -> asked + (asked < SECOND ? 50 : 1) * MILLI);
    Interval all = world.run(window, hundredPerSecond(window), 10);
    assertThat(all.sent).isEqualTo(250);
    assertThat(all.count(Effect.CACHE_HIT)).isEqualTo(250);
    assertThat(world.seconds.stream().map(second -> second.sent)).containsExactly(100L, 100L, 50L);
  }

  /** Whatever the servers do: the two kinds of connections are told apart by nothing. */
  @Property(tries = 100)
  void everyCountAndTimeIsThatOfConnectionsThatNeverBlock(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int connections,
      @ForAll @IntRange(min = 1, max = 60) int usualMillis,
      @ForAll @IntRange(min = 0, max = 2_900) int pauseMillis) {
    Window window = Window.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(1));
    LongUnaryOperator answered =
        asked -> {
          long usual = asked + usualMillis * MILLI / 2 + Math.floorMod(asked ^ seed, 30 * MILLI);
          boolean pause = asked >= 2 * SECOND && asked < 2 * SECOND + pauseMillis * MILLI;
          return pause ? Math.max(usual, 2 * SECOND + pauseMillis * MILLI) : usual;
        };
    Interval blocking =
        new BlockingWorld(answered).run(window, randomly(window, seed), connections);
    Interval other = new FakeWorld(answered).run(window, randomly(window, seed), connections);
    assertThat(blocking.sent).isEqualTo(other.sent);
    assertThat(blocking.late).isEqualTo(other.late);
    assertThat(blocking.blocked).isEqualTo(other.blocked);
    assertThat(blocking.overdue).isEqualTo(other.overdue);
    assertThat(blocking.dropped).isEqualTo(other.dropped);
    assertThat(blocking.answered()).isEqualTo(other.answered());
    assertThat(blocking.count(FailureCause.ANSWER_TIMEOUT))
        .isEqualTo(other.count(FailureCause.ANSWER_TIMEOUT));
    assertThat(blocking.response).isEqualTo(other.response);
    assertThat(blocking.service).isEqualTo(other.service);
    assertThat(blocking.lateness).isEqualTo(other.lateness);
  }

  private static Arrivals randomly(Window window, long seed) {
    return new Arrivals(Spacing.POISSON.places(0, 1, seed), Rate.of(200), window);
  }

  private static double seconds(Histogram histogram, double percent) {
    return histogram.getValueAtPercentile(percent) / (double) SECOND;
  }
}
