// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScreenTest {
  @Test
  void aDescriptorThatIsNotThereIsNoTerminal() {
    assertThat(Screen.of(9_999, Map.of("TERM", "xterm"))).isEqualTo(Screen.NONE);
    assertThat(Screen.isPipe(9_999)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"80, 80", "1, 1", "9999, 9999"})
  void columnsAreANumber(String text, int columns) {
    assertThat(Screen.number(text)).hasValue(columns);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "08", "many", "99999", "80 "})
  void anythingElseIsNoCountOfColumns(String text) {
    assertThat(Screen.number(text)).isEmpty();
  }

  @Test
  void wordsAreColouredOnlyWhereAsked() {
    assertThat(new Paint(true).bad("error:")).isEqualTo("\u001B[1;31merror:\u001B[0m");
    assertThat(new Paint(true).doubtful("x")).startsWith("\u001B[33m");
    assertThat(new Paint(true).good("x")).startsWith("\u001B[32m");
    assertThat(new Paint(false).bad("error:")).isEqualTo("error:");
  }
}
