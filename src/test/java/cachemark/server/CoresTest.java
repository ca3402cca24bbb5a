// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CoresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, '0', '0', '0'",
    "0-1, 2, '0', '1', '1'",
    "0-2, 3, '0', '1,2', '2'",
    "0-7, 8, '0,1,2,3', '4,5,6,7', '7'",
    "'2,5,7,11', 4, '2,5', '7,11', '11'",
  })
  void theHalvesShareNoCoreButTheOnlyOne(
      String allowed, int count, String lower, String upper, String one) {
    Cores cores = new Cores(CpuSet.parse(allowed));
    assertThat(cores.count()).isEqualTo(count);
    assertThat(cores.all()).isEqualTo(CpuSet.parse(allowed));
    assertThat(cores.lowerHalf().list()).isEqualTo(lower);
    assertThat(cores.upperHalf().list()).isEqualTo(upper);
    assertThat(cores.one().list()).isEqualTo(one);
  }

  @Test
  void thisMachineHasAsManyAsJavaSeesOrMore() {
    // A limit on CPU time lowers what Java sees, not which cores are allowed.
    assertThat(Cores.ofThisMachine().count())
        .isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
  }
}
