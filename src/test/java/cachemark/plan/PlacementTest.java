// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlacementTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, SAME",
    "1, 2, FREE",
    "2, 1, SAME",
    "2, 50, FREE",
    "3, 1, SAME",
    "3, 2, FREE",
    "4, 1, SPLIT",
    "4, 50, SPLIT",
    "64, 1, SPLIT",
  })
  void splitTakesFourCoresAndFewerGoByTheThreads(int cores, int threads, Placement fitting) {
    assertThat(Placement.fitting(cores, threads)).isEqualTo(fitting);
  }
}
