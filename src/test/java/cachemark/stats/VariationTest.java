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

class VariationTest {
  @Test
  void isStandardDeviationOverMean() {
    assertThat(Variation.coefficient(1, 2, 3, 4, 5)).isCloseTo(Math.sqrt(2.5) / 3, within(1e-15));
    assertThat(Variation.coefficient(7, 7)).isZero();
    assertThat(Variation.NOISY).isEqualTo(0.10);
  }

  @Test
  void needsTwoValues() {
    assertThat(Variation.coefficient(3)).isNaN();
    assertThat(Variation.coefficient()).isNaN();
  }

  @Property
  void hasNoUnit(
      @ForAll @Size(min = 2, max = 9) List<@DoubleRange(min = 0.1, max = 1e3) Double> values,
      @ForAll @DoubleRange(min = 0.01, max = 1e3) double unit) {
    double[] some = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] scaled = values.stream().mapToDouble(value -> value * unit).toArray();
    assertThat(Variation.coefficient(scaled)).isCloseTo(Variation.coefficient(some), within(1e-7));
  }
}
