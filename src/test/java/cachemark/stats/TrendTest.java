// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TrendTest {
  @Test
  void countsTheOrdersThatRiseAsMuch() {
    assertThat(Trend.pOfRise(1, 2, 3, 4)).isCloseTo(1.0 / 24, within(1e-15));
    assertThat(Trend.pOfRise(1, 2, 3, 5, 4)).isCloseTo(5.0 / 120, within(1e-15));
    assertThat(Trend.pOfRise(4, 3, 2, 1)).isCloseTo(1, within(1e-15));
  }

  @Test
  void agreesWithKendallsTable() {
    // n = 8, S = 16, that is 6 pairs of 28 in falling order: 0.031
    assertThat(Trend.pOfRise(7, 1, 2, 3, 4, 5, 6, 8)).isCloseTo(0.0305, within(5e-5));
  }

  @Test
  void takesTiesForNoRise() {
    assertThat(Trend.pOfRise(1, 1, 1, 1)).isCloseTo(1, within(1e-15));
    assertThat(Trend.pOfRise(1, 2, 3, 3)).isCloseTo(4.0 / 24, within(1e-15));
  }

  @Test
  void slopeIgnoresOneSpike() {
    assertThat(Trend.slope(1, 3)).isEqualTo(2);
    assertThat(Trend.slope(1, 2, 3, 100, 5, 6)).isCloseTo(1, within(1e-12));
  }

  @Property
  void eitherRisesOrFalls(
      @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = -9, max = 9) Double> values) {
    double[] there = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] back = values.stream().mapToDouble(value -> -value).toArray();
    assertThat(Trend.slope(back)).isCloseTo(-Trend.slope(there), within(1e-9));
    assertThat(Trend.pOfRise(there) + Trend.pOfRise(back)).isGreaterThanOrEqualTo(1 - 1e-12);
  }
}
