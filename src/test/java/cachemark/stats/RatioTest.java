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

class RatioTest {
  @Test
  void isTheGeometricMeanOfPairs() {
    Ratio ratio = Ratio.ofPairs(new double[] {2, 8}, new double[] {1, 1}).orElseThrow();
    assertThat(ratio.value()).isCloseTo(4, within(1e-12));
    assertThat(ratio.lowest()).isCloseTo(2, within(1e-12));
    assertThat(ratio.highest()).isCloseTo(8, within(1e-12));
    assertThat(ratio.interval()).isEmpty();
    assertThat(ratio.differs()).isFalse();
  }

  @Test
  void hasStudentsIntervalOfTheLogs() {
    double[] logs = {0.1, 0.2, 0.3, 0.4, 0.5};
    Interval ofLogs = Interval.ofMean(logs).orElseThrow();
    Ratio ratio = Ratio.ofLogs(logs).orElseThrow();
    assertThat(ratio.interval().orElseThrow().low())
        .isCloseTo(Math.exp(ofLogs.low()), within(1e-12));
    assertThat(ratio.differs()).isTrue();
  }

  @Test
  void pairingCancelsWhatARoundHasInCommon() {
    double[] left = {1, 10, 100, 1000, 10000};
    double[] right = {1.1, 11, 110, 1100, 11000};
    Ratio ratio = Ratio.ofPairs(right, left).orElseThrow();
    assertThat(ratio.value()).isCloseTo(1.1, within(1e-9));
    assertThat(ratio.differs()).isTrue();
  }

  @Test
  void refusesWhatHasNoRatio() {
    assertThatThrownBy(() -> Ratio.ofPairs(new double[] {1}, new double[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ratio.ofPairs(new double[] {1}, new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void tellsTheSameStoryBothWays(
      @ForAll @Size(min = 5, max = 9) List<@DoubleRange(min = 0.01, max = 100) Double> values) {
    double[] left = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] right = values.stream().mapToDouble(value -> value * value + 0.01).toArray();
    Ratio there = Ratio.ofPairs(left, right).orElseThrow();
    Ratio back = Ratio.ofPairs(right, left).orElseThrow().inverse();
    assertThat(back.value()).isCloseTo(there.value(), within(1e-9 * there.value()));
    assertThat(back.differs()).isEqualTo(there.differs());
  }
}
