// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.protocol.WireBuffer;
import cachemark.proxy.DumpedKeys.Line;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of keys as servers of different years write them. */
final class DumpedKeysTest {
  private static final String KEYS =
      "key=a%20b exp=-1 la=1 cas=2 fetch=no cls=1 size=64\nkey=k exp=-1 la=1 cas=3 flags=0 \nEND\r\n";

  @ParameterizedTest
  @ValueSource(strings = {"", "OK\r\n"})
  void areReadWithAndWithoutAnOkBefore(String before) {
    String text = before + KEYS;
    for (int split = 0; split <= text.length(); split++) {
      assertThat(read(text.substring(0, split), text.substring(split))).isEqualTo("a b,k,");
    }
  }

  private static String read(String... parts) {
    DumpedKeys keys = new DumpedKeys();
    StringBuilder read = new StringBuilder();
    WireBuffer in = new WireBuffer(256);
    for (String part : parts) {
      in.put(part);
      Line line = keys.next(in);
      while (line == Line.KEY) {
        read.append(new String(keys.key(), 0, keys.length(), US_ASCII)).append(',');
        line = keys.next(in);
      }
      assertThat(line).isIn(Line.INCOMPLETE, Line.END);
    }
    return read.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BUSY currently processing crawler request\r\n", "OKAY\r\n", "key=\n"})
  void whatIsNoListIsRefused(String text) {
    WireBuffer in = new WireBuffer(256);
    in.put(text);
    assertThat(new DumpedKeys().next(in)).isEqualTo(Line.REFUSED);
  }
}
