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

class IntervalTest {
  @Test
  void isStudentsInterval() {
    // 1..5: mean 3, standard error sqrt(2.5 / 5), t(4, 0.975) = 2.776445
    Interval interval = Interval.ofMean(1, 2, 3, 4, 5).orElseThrow();
    assertThat(interval.low()).isCloseTo(3 - 2.776445 * Math.sqrt(0.5), within(1e-5));
    assertThat(interval.high()).isCloseTo(3 + 2.776445 * Math.sqrt(0.5), within(1e-5));
  }

  @Test
  void needsFiveRounds() {
    assertThat(Interval.FEWEST_ROUNDS).isEqualTo(5);
    assertThat(Interval.CONFIDENCE).isEqualTo(0.95);
    assertThat(Interval.ofMean(1, 2, 3, 4)).isEmpty();
    assertThat(Interval.ofMean()).isEmpty();
  }

  @Property
  void holdsTheMean(
      @ForAll @Size(min = 5, max = 12) List<@DoubleRange(min = 0.1, max = 1e6) Double> values) {
    Summary summary =
        Summary.of(values.stream().mapToDouble(Double::doubleValue).toArray()).orElseThrow();
    Interval interval = summary.interval().orElseThrow();
    assertThat(interval.low()).isLessThanOrEqualTo(summary.mean());
    assertThat(interval.high()).isGreaterThanOrEqualTo(summary.mean());
  }
}
