// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TimingTest {
  @Test
  void slicesTakeAsLong() {
    assertThat(new Timing(900, 3, 300).sliced()).isEqualTo(new Timing(900, 9, 100));
    assertThat(new Timing(900, 2, 250).sliced()).isEqualTo(new Timing(900, 5, 100));
  }

  @Test
  void whatIsShortEnoughStays() {
    assertThat(new Timing(900, 5, 100).sliced()).isEqualTo(new Timing(900, 5, 100));
    assertThat(new Timing(0, 10, 1).sliced()).isEqualTo(new Timing(0, 10, 1));
  }

  @Test
  void whatWouldBeTooManySlicesStays() {
    Timing hours = new Timing(0, 10_000, 3_600_000);
    assertThat(hours.sliced()).isEqualTo(hours);
  }
}
