// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WaitingKeysTest {
  @Test
  void keysComeOutAsTheyWentIn() {
    WaitingKeys waiting = new WaitingKeys();
    Deque<byte[]> model = new ArrayDeque<>();
    Random random = new Random(1);
    byte[] taken = new byte[Copy.MAX_KEY_BYTES];
    for (int i = 0; i < 100_000; i++) {
      if (model.isEmpty() || random.nextInt(100) < (i < 50_000 ? 70 : 20)) {
        byte[] key = new byte[1 + random.nextInt(Copy.MAX_KEY_BYTES)];
        random.nextBytes(key);
        waiting.add(key, key.length);
        model.add(key);
      } else {
        int length = waiting.take(taken);
        assertThat(Arrays.copyOf(taken, length)).isEqualTo(model.remove());
      }
      assertThat(waiting.isEmpty()).isEqualTo(model.isEmpty());
    }
  }

  @Test
  void clearedNothingWaits() {
    WaitingKeys waiting = new WaitingKeys();
    waiting.add(new byte[] {'a'}, 1);
    waiting.clear();
    assertThat(waiting.isEmpty()).isTrue();
  }
}
