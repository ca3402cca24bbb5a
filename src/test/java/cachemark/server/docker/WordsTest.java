// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordsTest {
  @Test
  void theEnginesOwnSentenceIsTakenOutOfItsWrapping() {
    assertThat(
            Words.of(
                new IllegalStateException(
                    "Status 500: {\"message\":\"Get \\\"https://x/v2/\\\": no such host\"}\n")))
        .isEqualTo("Get \"https://x/v2/\": no such host");
  }

  @Test
  void ofLongWordsTheFirstLineIsEnough() {
    assertThat(Words.of(new IllegalStateException("broken pipe\nat here")))
        .isEqualTo("broken pipe");
  }

  @Test
  void whoSaysNothingIsNamed() {
    assertThat(Words.of(new IllegalStateException((String) null)))
        .isEqualTo("IllegalStateException");
    assertThat(Words.of(new IllegalStateException(null, new IllegalStateException("why"))))
        .isEqualTo("why");
    assertThat(Words.of(new IllegalStateException(""))).isEqualTo("it gave no reason");
  }
}
