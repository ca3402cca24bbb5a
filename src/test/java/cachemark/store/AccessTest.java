// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTest {
  private static final Access PLAIN = Access.to(new Endpoint("localhost", 1));

  @Test
  void aServerIsOursAndOpenUnlessSaidOtherwise() {
    assertThat(PLAIN).isEqualTo(new Access(new Endpoint("localhost", 1), null, false, null));
    assertThat(PLAIN.keyPrefix()).isEmpty();
    assertThat(PLAIN.key("counter")).isEqualTo("counter");
  }

  @Property
  void everyKeyOfAGuestBeginsWithItsNameAndAColon(
      @ForAll @AlphaChars @NumericChars @Chars('_') @StringLength(min = 1, max = 15) String guest,
      @ForAll @AlphaChars @StringLength(min = 1, max = 200) String name) {
    Access access = PLAIN.asGuest(guest);
    assertThat(access.key(name)).isEqualTo(guest + ":" + name);
    Keys.requireValid(access.key(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:b", "a*", "ü", "a-b", "sixteen_letters_", "a\n", "a`b"})
  void aNameThatSomeServerWouldReadAsMoreIsRefused(String guest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.asGuest(guest))
        .withMessageContaining("1 to 15 letters, digits and underscores");
  }

  @Test
  void itsTextHidesThePassword() {
    Access access =
        PLAIN.withCredentials(new Credentials("me", "secret")).withTls().asGuest("cachemark");
    assertThat(access.toString()).contains("me", "cachemark").doesNotContain("secret");
  }
}
