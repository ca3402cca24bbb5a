// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Timelines in times that are made up. */
final class TimelineTest {
  private static final long MILLI = 1_000_000;

  /** Every 10 ms a read: {@code bad} between the two times, else right. */
  private static Timeline timeline(long millis, Outcome bad, long from, long to) {
    Timeline timeline = new Timeline(millis);
    for (long at = 0; at < millis; at += 10) {
      timeline.add(at >= from && at < to ? bad : Outcome.RIGHT, at * MILLI, at * MILLI);
    }
    timeline.finish(millis * MILLI);
    return timeline;
  }

  @Test
  void everyOperationIsInTheTenthOfASecondInWhichItEnded() {
    Timeline timeline = timeline(1_000, Outcome.MISSING, 200, 300);
    assertThat(timeline.moments()).hasSize(10);
    assertThat(timeline.moments().get(2)).containsOnly(Map.entry(Outcome.MISSING, 10));
    assertThat(timeline.moments().get(3)).containsOnly(Map.entry(Outcome.RIGHT, 10));
    assertThat(timeline.count(Outcome.RIGHT)).isEqualTo(90);
    assertThat(timeline.amissMillis()).isEqualTo(100);
  }

  @Test
  void itIsOverOnceNothingWasAmissForASecond() {
    Timeline timeline = timeline(5_000, Outcome.STALE, 1_000, 2_500);
    assertThat(timeline.recovered(1_000)).hasValue(1_500);
    assertThat(timeline.recovered(2_000)).hasValue(500);
    assertThat(timeline.recovered(3_000)).hasValue(0);
  }

  @Test
  void itIsNotOverWhereTheDrillEndsBefore() {
    assertThat(timeline(3_000, Outcome.STALE, 1_000, 2_500).recovered(1_000)).isEmpty();
  }

  @Test
  void silenceIsNoRecovery() {
    Timeline timeline = new Timeline(4_000);
    timeline.add(Outcome.RIGHT, 0, 100 * MILLI);
    timeline.finish(4_000 * MILLI);
    assertThat(timeline.recovered(0)).isEmpty();
    assertThat(timeline.longestSilenceMillis()).isEqualTo(3_900);
  }

  @Test
  void failuresAreSilence() {
    Timeline timeline = timeline(3_000, Outcome.READ_ERROR, 1_000, 1_700);
    assertThat(timeline.longestSilenceMillis()).isBetween(700L, 720L);
  }

  @Test
  void responseTimesCountFromWhenAnOperationWasDue() {
    Timeline timeline = new Timeline(100);
    for (int i = 1; i <= 100; i++) {
      timeline.add(Outcome.STORED, 0, i);
    }
    timeline.add(Outcome.WRITE_ERROR, 0, 1_000);
    assertThat(timeline.responseNanos(0.5)).isEqualTo(50);
    assertThat(timeline.responseNanos(0.99)).isEqualTo(99);
    assertThat(timeline.responseNanos(1)).isEqualTo(100);
    assertThat(new Timeline(1).responseNanos(1)).isZero();
  }

  @Test
  void whatComesLateLengthensIt() {
    Timeline timeline = new Timeline(1_000);
    timeline.add(Outcome.RIGHT, 900 * MILLI, 1_450 * MILLI);
    assertThat(timeline.moments()).hasSize(15);
  }
}
