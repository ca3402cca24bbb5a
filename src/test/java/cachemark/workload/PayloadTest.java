// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class PayloadTest {
  @Property
  void aValueHasItsLengthAndIsAlwaysTheSame(
      @ForAll long seed, @ForAll @IntRange(max = 5_000) int bytes, @ForAll long number) {
    byte[] value = new Payload(seed, bytes).value(number);
    assertThat(value).hasSize(bytes).isEqualTo(new Payload(seed, bytes).value(number));
  }

  @Test
  void aValueIsAnArrayOfItsOwn() {
    Payload payload = new Payload(1, 8);
    assertThat(payload.value(7)).isNotSameAs(payload.value(7));
  }

  @Test
  void theBytesAreThoseOfEveryEarlierRun() {
    assertThat(HexFormat.of().formatHex(new Payload(2012, 12).value(3)))
        .isEqualTo("2ab017d08e471eba1bc7116e");
  }

  @Test
  void differentNumbersAndSeedsHaveDifferentValues() {
    long different =
        LongStream.range(0, 2_000)
            .mapToObj(number -> Arrays.toString(new Payload(number % 2, 32).value(number / 2)))
            .distinct()
            .count();
    assertThat(different).isEqualTo(2_000);
  }

  @Test
  void everyByteOccurs() {
    byte[] value = new Payload(5, 10_000).value(0);
    boolean[] seen = new boolean[256];
    for (byte b : value) {
      seen[b & 0xff] = true;
    }
    assertThat(seen).doesNotContain(false);
  }

  @Test
  void aNegativeLengthIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Payload(1, -1))
        .withMessage("a value of -1 bytes cannot be");
  }
}
