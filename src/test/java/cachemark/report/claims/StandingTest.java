// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.stats.Interval;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandingTest {
  @ParameterizedTest
  @CsvSource({
    "1, 2, 1.2, 1.8, REPRODUCED",
    "1, 2, 1, 2, REPRODUCED",
    "1, 2, 0.9, 1.8, INCONCLUSIVE",
    "1, 2, 1.2, 2.1, INCONCLUSIVE",
    "1, 2, 0.5, 2.5, INCONCLUSIVE",
    "1, 2, 0.5, 0.99, CONTRADICTED",
    "1, 2, 2.01, 9, CONTRADICTED",
    "0, 0, 0, 0, REPRODUCED",
    "0, 0, 1, 1, CONTRADICTED",
    "1.05, Infinity, 1.06, 99, REPRODUCED",
    "1.05, Infinity, 1.04, 99, INCONCLUSIVE",
    "-Infinity, 1.25, 0.1, 1.25, REPRODUCED"
  })
  void anIntervalLiesInsideOutsideOrAcross(
      double low, double high, double from, double to, Standing standing) {
    assertThat(new Range(low, high).standing(new Interval(from, to))).isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REPRODUCED | REPRODUCED REPRODUCED
          CONTRADICTED | REPRODUCED NOT_RUN INCONCLUSIVE CONTRADICTED
          CONTRADICTED | NOT_RUN CONTRADICTED
          INCONCLUSIVE | REPRODUCED INCONCLUSIVE
          INCONCLUSIVE | NOT_RUN INCONCLUSIVE
          INCONCLUSIVE | NOT_RUN REPRODUCED
          NOT_RUN | NOT_RUN NOT_RUN
          """)
  void allPartsHaveToHold(Standing together, String parts) {
    List<Standing> all = Arrays.stream(parts.split(" ", -1)).map(Standing::valueOf).toList();
    assertThat(Standing.together(all)).isEqualTo(together);
  }

  @Test
  void nothingWasNotRun() {
    assertThat(Standing.together(List.of())).isEqualTo(Standing.NOT_RUN);
  }

  @Test
  void aRangeSaysItselfInWords() {
    assertThat(List.of(Range.FASTER, Range.ALIKE, Range.STEADY, Range.NONE, Range.SOME))
        .extracting(Range::text)
        .containsExactly("at least 1.05", "0.80 to 1.25", "at most 1.25", "0", "at least 1");
    assertThat(Range.atLeast(100_000).text()).isEqualTo("at least 100,000");
  }
}
