// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SplitMixTest {
  @Test
  void theBitsAreThoseOfThePublishedGenerator() {
    // Vigna's splitmix64.c with the seed 1234567
    assertThat(SplitMix.bits(1234567, 0)).isEqualTo(6457827717110365317L);
    assertThat(SplitMix.bits(1234567, 1)).isEqualTo(3203168211198807973L);
    assertThat(SplitMix.bits(1234567, 2)).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
  }

  @Test
  void theyAreThoseOfTheJdkToo() {
    SplittableRandom random = new SplittableRandom(2012);
    for (int number = 0; number < 1_000; number++) {
      assertThat(SplitMix.bits(2012, number)).isEqualTo(random.nextLong());
    }
  }
}
