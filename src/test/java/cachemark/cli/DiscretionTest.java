// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** That an account which was written where all can read it is not repeated on top of that. */
final class DiscretionTest {
  private static final String LETTERS = "QXZ";

  @Property(tries = 300)
  void anAccountInAnAddressIsNotRepeated(@ForAll("accounts") String account) {
    assertDiscreet("run", "--dry-run", "--servers", "redis=rediss://" + account + "@host:1");
    assertDiscreet("run", "--dry-run", "--servers=local,mysql=" + account + "@host:1");
    assertDiscreet("-l", "--servers", account + "@host:1");
  }

  @Property(tries = 50)
  void norWhereTheOptionIsMisspeltOrMissing(@ForAll("accounts") String account) {
    String url = "redis=rediss://" + account + "@host:1";
    assertDiscreet("run", "--dry-run", "--server", url);
    assertDiscreet("run", "--dry-run", url);
    assertDiscreet("SingleThread", "--server", url);
    assertDiscreet(url);
  }

  @Provide
  Arbitrary<String> accounts() {
    return Arbitraries.strings()
        .withChars(LETTERS + ":/=,?#$%@. 7")
        .ofMinLength(1)
        .ofMaxLength(20)
        .filter(text -> text.chars().anyMatch(letter -> LETTERS.indexOf(letter) >= 0));
  }

  private static void assertDiscreet(String... words) {
    Said said = Said.to(words);
    assertThat(said.code()).as(List.of(words).toString()).isEqualTo(ExitCode.USAGE.code());
    assertThat(said.out() + said.err()).doesNotContain("Q", "X", "Z");
  }
}
