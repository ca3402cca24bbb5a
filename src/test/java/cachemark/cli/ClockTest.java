// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClockTest {
  @ParameterizedTest
  @CsvSource({
    "0, '0:00'",
    "499, '0:00'",
    "500, '0:01'",
    "59_499, '0:59'",
    "59_500, '1:00'",
    "425_000, '7:05'",
    "3_599_499, '59:59'",
    "3_599_500, '1:00:00'",
    "36_061_000, '10:01:01'",
  })
  void timeIsReadAsOnAClock(String millis, String clock) {
    long number = Long.parseLong(millis.replace("_", ""));
    assertThat(Clock.of(Duration.ofMillis(number))).isEqualTo(clock);
  }

  @Test
  void evenAgesHaveATime() {
    assertThat(Clock.of(Duration.ofDays(125_000_000_000L))).isEqualTo("3000000000000:00:00");
  }
}
