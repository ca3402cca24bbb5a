// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class NearestTest {
  @Property
  void aChoiceIsNearestToItself(@ForAll @Size(min = 1, max = 5) List<String> choices) {
    String word = choices.get(0);
    assertThat(Nearest.to(word, choices).toLowerCase(Locale.ROOT))
        .isEqualTo(word.toLowerCase(Locale.ROOT));
  }

  @Test
  void theFewestEditsWin() {
    assertThat(Nearest.to("qick", List.of("smoke", "quick", "full"))).isEqualTo("quick");
  }

  @Test
  void caseDoesNotCount() {
    assertThat(Nearest.to("kept", List.of("PER_OP", "KEPT"))).isEqualTo("KEPT");
  }

  @Test
  void ofEquallyNearTheFirstInTheAlphabetWins() {
    assertThat(Nearest.to("b", List.of("d", "c"))).isEqualTo("c");
  }

  @Test
  void withoutChoicesTheWordStays() {
    assertThat(Nearest.to("word", List.of())).isEqualTo("word");
  }

  @Test
  void theHintNamesTheNearestAndAll() {
    assertThat(Nearest.hint("smoky", List.of("smoke", "quick")))
        .isEqualTo("did you mean \"smoke\"? Choices: smoke, quick");
  }
}
