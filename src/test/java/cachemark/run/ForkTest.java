// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Timing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForkTest {
  @ParameterizedTest
  @CsvSource({"0, 500, 0", "1, 500, 3", "500, 200, 3", "3000, 500, 6", "3000, 100, 10"})
  void aWarmUpIsDividedIntoIterationsAboutAsLongAsTheMeasuredOnes(
      int warmup, int iteration, int parts) {
    assertThat(Fork.warmupIterations(new Timing(warmup, 3, iteration))).isEqualTo(parts);
  }
}
