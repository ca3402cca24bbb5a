// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CounterSumTest {
  @Test
  void onlyMissingStepsOfACounterAreLost() {
    CounterSum sum = new CounterSum();
    sum.acknowledge(5);
    sum.acknowledge(6);
    assertThat(sum.missingIn(11)).isZero();
    assertThat(sum.missingIn(12)).isZero(); // done, but its answer never came
    assertThat(sum.missingIn(9)).isEqualTo(2);
    sum.reset();
    assertThat(sum.missingIn(0)).isZero();
  }
}
