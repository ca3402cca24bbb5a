// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.workload.trace.PacedTrace;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the requests of a trace are sent, by a clock that goes from one event to the next. */
final class TraceRequestsTest {
  private static final long MILLI = 1_000_000;

  private final List<Long> sentMillis = new ArrayList<>();
  private final BlockingWorld world =
      new BlockingWorld(
          asked -> {
            sentMillis.add(asked / MILLI);
            return asked + 4 * MILLI;
          });

  private static Window window(int warmupMillis, int millis) {
    return Window.of(
        Duration.ofMillis(warmupMillis), Duration.ofMillis(millis), Duration.ofSeconds(5));
  }

  /** Null for as fast as it goes. */
  private Interval run(TraceLines lines, Double speed, Window window, int connections) {
    ByteArrayInputStream in = new ByteArrayInputStream(lines.bytes());
    PacedTrace paced = speed == null ? PacedTrace.atOnce(in) : PacedTrace.atSpeed(in, speed);
    TraceReplay replay = new TraceReplay(paced, new TraceRows(100, 32), true);
    return world.run(window, new TraceRequests(replay, speed != null, window), connections);
  }

  private static TraceLines threeSeconds() {
    return new TraceLines().gets(70, 4).gets(71, 2).gets(72, 1);
  }

  @Test
  void eachIsSentWhenTheTraceSaysAndTheLoadEndsWithIt() {
    Interval all = run(threeSeconds(), 1.0, window(0, 60_000), 3);
    assertThat(sentMillis).containsExactly(0L, 250L, 500L, 750L, 1_000L, 1_500L, 2_000L);
    assertThat(all.sent).isEqualTo(7);
    assertThat(all.late + all.dropped).isZero();
    assertThat(all.response.getMaxValue() / MILLI).isEqualTo(4);
    assertThat(world.measuredNanos).isEqualTo(2_004 * MILLI);
    assertThat(world.seconds).hasSize(3);
    assertThat(world.seconds.stream().map(second -> second.sent)).containsExactly(4L, 2L, 1L);
    assertThat(world.seconds.stream().map(second -> second.last))
        .containsExactly(false, false, true);
  }

  @Test
  void aFasterReplayIsAsManyTimesAsFast() {
    run(threeSeconds(), 10.0, window(0, 60_000), 3);
    assertThat(sentMillis).containsExactly(0L, 25L, 50L, 75L, 100L, 150L, 200L);
    assertThat(world.measuredNanos).isEqualTo(204 * MILLI);
  }

  @Test
  void whatIsDueAfterTheMeasurementIsLeftOut() {
    Interval all = run(threeSeconds(), 1.0, window(0, 1_200), 3);
    assertThat(sentMillis).containsExactly(0L, 250L, 500L, 750L, 1_000L);
    assertThat(all.sent).isEqualTo(5);
    assertThat(all.dropped).isZero();
    assertThat(world.measuredNanos).isEqualTo(1_200 * MILLI);
    assertThat(world.seconds).hasSize(2);
  }

  @Test
  void theWarmUpIsPartOfTheTrace() {
    Interval all = run(threeSeconds(), 1.0, window(1_000, 10_000), 3);
    assertThat(sentMillis).hasSize(7);
    assertThat(all.sent).isEqualTo(3);
    assertThat(world.measuredNanos).isEqualTo(1_004 * MILLI);
  }

  @Test
  void aTraceThatIsOverInTheWarmUpMeasuresNothing() {
    Interval all = run(threeSeconds(), 1.0, window(3_000, 10_000), 3);
    assertThat(sentMillis).hasSize(7);
    assertThat(all.sent).isZero();
    assertThat(world.measuredNanos).isZero();
    assertThat(world.seconds).hasSize(1);
  }

  /** 500 in a second over one connection, which can do 250. */
  @Test
  void responseTimesCountFromWhenTheTraceWantedThem() {
    Interval all = run(new TraceLines().gets(0, 500), 1.0, window(0, 10_000), 1);
    assertThat(all.sent).isEqualTo(500);
    assertThat(all.blocked).isEqualTo(all.late).isEqualTo(499);
    assertThat(all.service.getMaxValue() / MILLI).isEqualTo(4);
    assertThat(all.response.getMaxValue() / MILLI).isBetween(1_000L, 1_003L);
    assertThat(world.measuredNanos).isEqualTo(2_000 * MILLI);
  }

  @Test
  void asFastAsItGoesIsAClosedLoop() {
    Interval all = run(threeSeconds(), null, window(0, 60_000), 2);
    assertThat(sentMillis).containsExactly(0L, 0L, 4L, 4L, 8L, 8L, 12L);
    assertThat(all.sent).isEqualTo(7);
    assertThat(all.late).isZero();
    assertThat(all.response.getTotalCount()).isZero();
    assertThat(all.service.getTotalCount()).isEqualTo(7);
    assertThat(world.measuredNanos).isEqualTo(16 * MILLI);
  }

  @Test
  void nothingIsSentBeforeTheLoadBegins() {
    PacedTrace paced = PacedTrace.atOnce(new ByteArrayInputStream(threeSeconds().bytes()));
    TraceReplay replay = new TraceReplay(paced, new TraceRows(100, 32), true);
    TraceRequests requests = new TraceRequests(replay, false, window(0, 1_000));
    assertThat(requests.nextNanos(-20 * MILLI)).isZero();
    assertThat(requests.take(-20 * MILLI).dueNanos()).isZero();
    assertThat(requests.take(20 * MILLI).dueNanos()).isEqualTo(20 * MILLI);
  }

  @Test
  void asFastAsItGoesEndsWithTheMeasurementToo() {
    Interval all = run(new TraceLines().gets(0, 1_000), null, window(0, 100), 1);
    assertThat(all.sent).isEqualTo(25);
    assertThat(world.measuredNanos).isEqualTo(100 * MILLI);
  }

  @Test
  void linesThatAreNoRecordsTakeNobodysTime() {
    TraceLines lines = new TraceLines().line("x").gets(0, 2).line("x").gets(1, 1).line("x");
    ByteArrayInputStream in = new ByteArrayInputStream(lines.bytes());
    Window window = window(0, 10_000);
    TraceReplay replay = new TraceReplay(PacedTrace.atSpeed(in, 1), new TraceRows(100, 32), true);
    TraceRequests requests = new TraceRequests(replay, true, window);
    Interval all = world.run(window, requests, 2);
    assertThat(all.sent).isEqualTo(3);
    assertThat(requests.tally().lines()).isEqualTo(6);
    assertThat(requests.tally().refused()).isEqualTo(3);
  }
}
