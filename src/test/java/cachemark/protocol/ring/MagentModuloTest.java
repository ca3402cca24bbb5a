// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.ring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MagentModuloTest {
  /** What a magent with the behaviour of 0.5 did over three primaries and one backup. */
  @Test
  void placesAsAMagentThatRan() {
    assertThat(placed(3)).containsExactly(2, 0, 1, 2, 0, 1, 2, 0);
    assertThat(placed(1)).containsOnly(0);
  }

  @Test
  void dropsTheHighestBitAndTakesBytesAsSigned() {
    MagentModulo most = new MagentModulo(Integer.MAX_VALUE);
    assertThat(most.serverOf(new byte[0])).isEqualTo(5381);
    assertThat(most.serverOf("a".getBytes(US_ASCII))).isEqualTo(5381 * 33 + 'a');
    assertThat(most.serverOf("é".getBytes(UTF_8)))
        .isEqualTo((5381 * 33 + 0xC3 - 256) * 33 + 0xA9 - 256);
    // In 32 bits this is 4261115215, which is above 2^31.
    assertThat(most.serverOf("user:100".getBytes(US_ASCII))).isEqualTo(2113631567);
  }

  @Test
  void movesMostKeysWhenAServerJoins() {
    MagentModulo three = new MagentModulo(3);
    MagentModulo four = new MagentModulo(4);
    List<byte[]> keys =
        IntStream.range(0, 10_000).mapToObj(i -> ("key" + i).getBytes(US_ASCII)).toList();
    long moved = keys.stream().filter(key -> three.serverOf(key) != four.serverOf(key)).count();
    assertThat(moved).isBetween(7_000L, 8_000L);
  }

  @Test
  void needsAServer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MagentModulo(0))
        .withMessage("magent needs 1 server or more, not 0");
  }

  private static int[] placed(int servers) {
    MagentModulo magent = new MagentModulo(servers);
    return IntStream.range(0, 8)
        .map(i -> magent.serverOf(("key" + i).getBytes(US_ASCII)))
        .toArray();
  }
}
