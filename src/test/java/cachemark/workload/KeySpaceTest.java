// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeySpaceTest {
  @ParameterizedTest
  @CsvSource({
    "1, timed, 0, eed713123983d2924293dd11eaa51822",
    "2012, batch, 9, f9bd738b0a8b97d07343609532fb385d",
  })
  void aKeyIsTheMd5OfSeedLabelAndNumber(long seed, String label, long number, String key) {
    assertThat(new KeySpace(seed, label).key(number)).isEqualTo(key);
  }

  @Property
  void aKeyIs32HexadecimalDigitsAndAlwaysTheSame(
      @ForAll long seed, @ForAll String label, @ForAll @LongRange(min = 0) long number) {
    String key = new KeySpace(seed, label).key(number);
    assertThat(key).matches("[0-9a-f]{32}").isEqualTo(new KeySpace(seed, label).key(number));
  }

  @Test
  void seedsLabelsAndNumbersShareNoKey() {
    Set<String> keys = new HashSet<>();
    for (long seed = -2; seed < 3; seed++) {
      for (String label : new String[] {"", "a", "b", "a/1"}) {
        for (long number = 0; number < 500; number++) {
          keys.add(new KeySpace(seed, label).key(number));
        }
      }
    }
    assertThat(keys).hasSize(5 * 4 * 500);
  }
}
