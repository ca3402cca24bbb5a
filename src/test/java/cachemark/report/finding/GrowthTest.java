// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import static cachemark.report.finding.Panels.five;
import static cachemark.report.finding.Panels.invalid;
import static cachemark.report.finding.Panels.rounds;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {
  @Test
  void saysHowManyTimesAsLong() {
    Finding finding =
        Growth.of(
            new Panels()
                .add("A", "LRANGE", five(10, 1), five(1000, 80))
                .add("B", "LINDEX", five(10, 1), five(1000, 4))
                .over(Axis.ELEMENTS));
    assertThat(finding.statements())
        .containsExactly(
            "with 1,000 elements instead of 10 LRANGE takes 80.0× as long,"
                + " LINDEX takes 4.00× as long");
    assertThat(finding.detail())
        .startsWith(
            "Time ratio 1,000 elements / 10 elements (95 % interval over 5 rounds): LRANGE 80.0 (");
  }

  @Test
  void saysWhereItShrinks() {
    assertThat(one(five(10, 4), five(1000, 1)).headline()).contains("LINDEX takes 0.25× as long");
  }

  @Test
  void namesNoGrowthThatCannotBeDetected() {
    Finding finding = one(rounds(10, 1, 1, 1, 1, 1), rounds(1000, 0.8, 1.2, 0.9, 1.1, 1));
    assertThat(finding.headline())
        .isEqualTo("with 1,000 elements instead of 10 no detectable change of LINDEX");
  }

  @Test
  void doesNotBoastOfALittle() {
    Finding finding = one(rounds(10, 1, 1, 1, 1, 1), rounds(1000, 1.01, 1.01, 1.011, 1.009, 1.01));
    assertThat(finding.headline()).endsWith("LINDEX changes by less than 2 %");
  }

  @Test
  void saysNothingBelowFiveRounds() {
    Finding finding = one(rounds(10, 1, 1), rounds(1000, 9, 9));
    assertThat(finding.statements()).isEmpty();
    assertThat(finding.detail()).contains("2 rounds", "9.00 (9.00 to 9.00)");
  }

  @Test
  void oneLengthAloneDoesNotGrow() {
    assertThat(one(five(10, 1)))
        .isEqualTo(new Finding(List.of(), "One size alone: nothing to compare it with"));
    assertThat(one(five(10, 1), invalid(1000, 9)).statements()).isEmpty();
  }

  private static Finding one(Point... points) {
    return Growth.of(new Panels().add("A", "LINDEX", points).over(Axis.ELEMENTS));
  }
}
