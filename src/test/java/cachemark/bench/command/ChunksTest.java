// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChunksTest {
  @ParameterizedTest
  @CsvSource({"0, 32, 0", "1, 32, 1", "5000, 32, 3", "3, 1000000, 3", "65536, 0, 1", "65537, 0, 2"})
  void allElementsComeInTheirOrder(int count, int bytes, int chunks) {
    byte[][] elements = new byte[count][bytes];
    List<byte[][]> cut = Chunks.of(elements).toList();
    assertThat(cut).hasSize(chunks);
    assertThat(cut.stream().flatMap(Arrays::stream).toArray()).containsExactly((Object[]) elements);
  }
}
