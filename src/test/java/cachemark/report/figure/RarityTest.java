// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RarityTest {
  @ParameterizedTest
  @CsvSource({
    "50, 2, 50 %",
    "90, 10, 90 %",
    "99, 100, 99 %",
    "99.9, 1000, 99.9 %",
    "99.99, 10000, 99.99 %"
  })
  void isOneInSoMany(double percent, double rarity, String label) {
    assertThat(Rarity.of(percent)).isCloseTo(rarity, within(1e-7 * rarity));
    assertThat(Rarity.percent(rarity)).isCloseTo(percent, within(1e-9));
    assertThat(Rarity.label(rarity)).isEqualTo(label);
    assertThat(Axis.TAIL.text(rarity)).isEqualTo(label);
  }

  @Test
  void theGridAscendsFromTheMedianAndHoldsEveryLabel() {
    assertThat(Rarity.grid())
        .isSorted()
        .doesNotHaveDuplicates()
        .startsWith(2.0)
        .endsWith(10_000.0)
        .containsAll(Rarity.LABELLED)
        .hasSizeGreaterThan(40);
  }
}
