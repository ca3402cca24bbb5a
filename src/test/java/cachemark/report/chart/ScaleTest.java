// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void decadesAndTheirHalvesAreTicks() {
    assertThat(new Scale(8, 210, 300, true).ticks(false))
        .containsExactly(10.0, 20.0, 50.0, 100.0, 200.0);
  }

  @Test
  void withinADecadeEveryRoundFactorIsATick() {
    assertThat(new Scale(25, 95, 300, true).ticks(false))
        .containsExactly(30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0);
  }
}
