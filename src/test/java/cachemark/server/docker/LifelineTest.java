// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LifelineTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4096})
  void givesItsScriptInPiecesOfAnySize(int size) throws Exception {
    try (Lifeline line = new Lifeline("first\nsecond\n".getBytes(StandardCharsets.UTF_8))) {
      StringBuilder read = new StringBuilder();
      byte[] piece = new byte[size];
      while (read.length() < 13) {
        read.append(new String(piece, 0, line.read(piece, 0, size), StandardCharsets.UTF_8));
      }
      assertThat(read).hasToString("first\nsecond\n");
    }
  }

  @Test
  void thenItIsSilentUntilItIsCut() throws Exception {
    Lifeline line = new Lifeline(new byte[] {7});
    assertThat(line.read()).isEqualTo(7);
    CompletableFuture<Integer> next =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return line.read();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread.sleep(50);
    assertThat(next).isNotDone();
    line.close();
    assertThat(next.get(5, TimeUnit.SECONDS)).isEqualTo(-1);
    line.close(); // once more does no harm
  }
}
