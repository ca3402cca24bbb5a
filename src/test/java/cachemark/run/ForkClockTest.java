// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.result.ForkTime;
import org.junit.jupiter.api.Test;

/** What the time of a fork goes into. */
final class ForkClockTest {
  private final ForkClock clock = new ForkClock();

  @Test
  void iterationsCountWithTheTimeTheyWereGiven() {
    clock.timed(true, 250_000_000);
    clock.timed(true, 250_000_000);
    clock.timed(false, 700_000_000);
    assertThat(clock.time()).isEqualTo(new ForkTime(0, 500, 700));
  }

  @Test
  void batchesCountWithTheTimeTheyTook() {
    clock.batch(20_000_000, 0.5);
    clock.batch(0, 0.25);
    assertThat(clock.time()).isEqualTo(new ForkTime(0, 20, 750));
  }

  @Test
  void theStartLastsUntilTheFirstIteration() throws Exception {
    Thread.sleep(20);
    clock.iterates();
    long start = clock.time().startMillis();
    assertThat(start).isGreaterThanOrEqualTo(20);
    Thread.sleep(5);
    clock.iterates();
    assertThat(clock.time().startMillis()).isEqualTo(start);
  }
}
