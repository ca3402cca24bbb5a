// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void theEndsAreTheOutermostValues() {
    assertThat(Spread.ends(3, 9, 1)).isEqualTo(new Spread(1, 9));
    assertThat(Spread.ends(7)).isEqualTo(new Spread(7, 7));
  }

  @Test
  void theQuartilesLeaveOutlyingValuesOut() {
    assertThat(Spread.quartiles(100, 1, 2, 3, 4, 5, 6)).isEqualTo(new Spread(2, 6));
    assertThat(Spread.quartiles(7)).isEqualTo(new Spread(7, 7));
  }
}
