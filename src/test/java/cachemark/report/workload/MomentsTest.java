// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachemark.result.load.LoadMoment;
import cachemark.result.workload.WorkloadLoad;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read off single seconds: outages and cold starts. */
final class MomentsTest {
  private static WorkloadLoad load(List<LoadMoment> moments, int seconds) {
    return Invented.of("redis").seconds(seconds).moments(moments).in("g", null, 1, 1);
  }

  @Test
  void anOutageIsOverWhenNothingFailsAndTheCacheHitsAsBefore() {
    WorkloadLoad load =
        load(
            List.of(
                Invented.moment(0, 0, 80, 20, 500),
                Invented.moment(1, 0, 80, 20, 700),
                Invented.moment(2, 90, 0, 10, 40_000),
                Invented.moment(3, 50, 0, 50, 20_000),
                Invented.moment(4, 0, 30, 70, 900),
                Invented.moment(5, 0, 75, 25, 800),
                Invented.moment(6, 0, 80, 20, 600)),
            7);
    Outage outage = Outage.of(load, 2, 3.5);
    assertThat(outage.amissSeconds()).isEqualTo(2);
    assertThat(outage.hitPercentBefore()).isEqualTo(80);
    assertThat(outage.recoverySeconds()).isEqualTo(6 - 3.5);
    assertThat(outage.queriesBefore()).isEqualTo(20);
    assertThat(outage.queriesMost()).isEqualTo(70);
    assertThat(outage.factor()).isEqualTo(3.5);
    assertThat(outage.p99MicrosBefore()).isEqualTo(600);
    assertThat(outage.p99MicrosMost()).isEqualTo(40_000);
  }

  @Test
  void anOutageMayNotBeOverByTheEnd() {
    WorkloadLoad load =
        load(
            List.of(
                Invented.moment(0, 0, 80, 0, 500),
                Invented.moment(1, 90, 0, 10, 500),
                Invented.moment(2, 0, 10, 90, 500)),
            3);
    assertThat(Outage.of(load, 1, 1.5).recoverySeconds()).isNaN();
    assertThat(Outage.of(load, 1, 1.5).factor()).isNaN();
  }

  @Test
  void whatIsAnsweredAfterTheMeasurementIsInNoSecond() {
    WorkloadLoad load =
        load(List.of(Invented.moment(0, 0, 9, 1, 5), Invented.moment(1, 0, 1, 99, 5)), 1);
    assertThat(Measures.mostQueriesPerSecond(load)).isEqualTo(1);
  }

  private static WorkloadLoad warming(double... percents) {
    return load(
        Invented.moments(
            percents.length,
            second -> {
              long hits = Math.round(10 * percents[second]);
              return Invented.moment(second, 0, hits, 1_000 - hits, 500);
            }),
        percents.length);
  }

  @Test
  void aCacheIsWarmWithNineTenthsOfItsSteadyHitRatio() {
    Warming warming = Warming.of(warming(10, 40, 70, 73, 79, 80, 80, 80));
    assertThat(warming.steadyPercent()).isCloseTo(80, within(1e-9));
    assertThat(warming.seconds()).isEqualTo(4);
    assertThat(warming.rising()).isFalse();
  }

  @Test
  void aCacheThatIsStillWarmingIsSaidToBe() {
    assertThat(Warming.of(warming(10, 20, 30, 40, 50, 60, 70, 80)).rising()).isTrue();
    assertThat(Warming.of(warming(0, 0, 0, 0)).seconds()).isNaN();
  }
}
