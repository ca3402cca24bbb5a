// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HolmTest {
  @Test
  void stepsDownInTheOrderGiven() {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"); 4 × 0.005, 3 × 0.01, 2 × 0.03, and 0.04
    // is lifted to its predecessor's 0.06
    assertThat(Holm.adjusted(0.01, 0.04, 0.03, 0.005))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
  }

  @Test
  void staysWithinOne() {
    assertThat(Holm.adjusted(0.6, 0.7)).containsExactly(1, 1);
    assertThat(Holm.adjusted(0, 1)).containsExactly(0, 1);
    assertThat(Holm.adjusted(0.3)).containsExactly(0.3);
    assertThat(Holm.adjusted()).isEmpty();
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> Holm.adjusted(0.5, 1.1)).hasMessageContaining("1.1");
    assertThatThrownBy(() -> Holm.adjusted(Double.NaN)).hasMessageContaining("NaN");
  }

  @Property
  void liftsNoneBelowItsOwnAndKeepsTheOrder(
      @ForAll @Size(max = 20) List<@DoubleRange(min = 0, max = 1) Double> values) {
    double[] raw = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] adjusted = Holm.adjusted(raw);
    for (int i = 0; i < raw.length; i++) {
      assertThat(adjusted[i]).isBetween(raw[i], Math.min(1, raw.length * raw[i]));
      for (int j = 0; j < raw.length; j++) {
        assertThat(raw[i] <= raw[j] && adjusted[i] > adjusted[j]).isFalse();
      }
    }
  }
}
