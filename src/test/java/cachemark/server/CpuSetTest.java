// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class CpuSetTest {
  @Property
  void aSetIsReadFromItsOwnList(@ForAll("cores") List<Integer> cores) {
    CpuSet set = new CpuSet(cores);
    assertThat(CpuSet.parse(set.list())).isEqualTo(set);
  }

  @Example
  void rangesAreRead() {
    assertThat(CpuSet.parse("0-3,8").cores()).containsExactly(0, 1, 2, 3, 8);
    assertThat(CpuSet.parse("\t5-5\n").cores()).containsExactly(5);
    assertThat(CpuSet.parse("0-1,4-6").list()).isEqualTo("0,1,4,5,6");
  }

  @Example
  void whatIsNoListIsRefused() {
    for (String list :
        List.of(
            "", "-", ",", "a", "1-", "-1", "1,,2", "3-1", "1 2", "0x1", "1-2-3", "0-99999999")) {
      assertThatIllegalArgumentException().as(list).isThrownBy(() -> CpuSet.parse(list));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CpuSet(List.of()))
        .withMessage("a CPU set needs at least one core");
  }

  @Provide
  Arbitrary<List<Integer>> cores() {
    return Arbitraries.integers().between(0, 4_096).list().ofMinSize(1).ofMaxSize(64);
  }
}
