// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.report.TimeSpent;
import cachemark.report.TimeSpent.Part;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The line that says where the time of a run went. */
final class TimeLineTest {
  private static TimeSpent spent(int starts) {
    return new TimeSpent(
        starts,
        Duration.ofSeconds(550),
        Duration.ofSeconds(260),
        List.of(
            new Part("JVM starts", Duration.ofSeconds(100)),
            new Part("writing", Duration.ofMillis(499)),
            new Part("drawing", Duration.ofMillis(89_501))));
  }

  @Test
  void everyPartThatCanBeSeen() {
    assertThat(TimeLine.of(spent(1)))
        .isEqualTo(
            "16:40: measuring 9:10, warming up 4:20, JVM starts 1:40, drawing 1:30;"
                + " 19 % neither measured nor warmed up");
  }

  @Test
  void whatNobodyHasToldApartIsTheRest() {
    TimeSpent all = TimeLine.within(spent(1), Duration.ofSeconds(1_010));
    assertThat(all.total()).hasSeconds(1_010);
    assertThat(TimeLine.of(all)).startsWith("16:50: ").contains(", the rest 0:10; 20 % ");
  }

  @Test
  void ofARunThatWasGoneOnWithOneStartSaysNothingOfTheWhole() {
    TimeSpent two = spent(2);
    assertThat(TimeLine.within(two, Duration.ofSeconds(5_000))).isEqualTo(two);
    assertThat(TimeLine.within(spent(1), Duration.ofSeconds(5))).isEqualTo(spent(1));
    assertThat(TimeLine.of(two))
        .startsWith("16:40 in 2 starts, without trials cut off: measuring 9:10, ");
  }

  @Test
  void aRunThatDidNothing() {
    TimeSpent none = new TimeSpent(1, Duration.ZERO, Duration.ZERO, List.of());
    assertThat(TimeLine.of(none)).isEqualTo("0:00: nothing; 0 % neither measured nor warmed up");
  }
}
