// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CodecBenchmarkTest {
  private static final int OF_EACH = 256 / 4;
  private static final int KEY = 32;
  private static final int VALUE = 32;

  @Test
  void everyCommandIsReadAndAnsweredEachTime() {
    CodecBenchmark.Traffic traffic = new CodecBenchmark.Traffic();
    traffic.build();
    int sent = traffic.parse();
    assertThat(sent)
        .isEqualTo(
            OF_EACH
                * ("get \r\n".length()
                    + ("set  0 0 32\r\n\r\n".length() + VALUE)
                    + "mg  v\r\n".length()
                    + ("ms  32\r\n\r\n".length() + VALUE)
                    + 4 * KEY));
    int answered =
        OF_EACH
            * (("VALUE  0 32\r\n\r\nEND\r\n".length() + KEY + VALUE)
                + "STORED\r\n".length()
                + ("VA 32\r\n\r\n".length() + VALUE)
                + "HD\r\n".length());
    assertThat(traffic.answer()).isEqualTo(answered);
    assertThat(traffic.answer()).isEqualTo(answered);
    assertThat(traffic.parse()).isEqualTo(sent);
  }
}
