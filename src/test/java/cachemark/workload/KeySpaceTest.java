// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Property
  void aPrefixTakesItsPartOfTheKeyAndNoMore(
      @ForAll long seed,
      @ForAll String label,
      @ForAll @LongRange(min = 0) long number,
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 15) String guest) {
    String key = new KeySpace(seed, label, guest + ":").key(number);
    String own = new KeySpace(seed, label).key(number);
    assertThat(key).hasSize(32).startsWith(guest + ":");
    assertThat(own).startsWith(key.substring(guest.length() + 1));
    assertThat(new KeySpace(seed, label, "").key(number)).isEqualTo(own);
  }

  @Test
  void theLongestPrefixLeavesRoomForAMillionKeys() {
    KeySpace keys = new KeySpace(1, "many", "guest_of_15_abc:");
    Set<String> made = new HashSet<>();
    for (long number = 0; number < 1_000_000; number++) {
      made.add(keys.key(number));
    }
    assertThat(made).hasSize(1_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678901234567", "ü:"})
  void aPrefixThatTakesTooMuchIsRefused(String prefix) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeySpace(1, "", prefix))
        .withMessageContaining("at most 16 ASCII characters");
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
