// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

final class WireBufferTest {
  private final WireBuffer buffer = new WireBuffer(0);

  @Property
  void textIsPutInUtf8(@ForAll String before, @ForAll String text) {
    buffer.clear();
    buffer.put(before);
    buffer.put(text);
    assertThat(buffer.copy(buffer.start(), buffer.readable()))
        .isEqualTo(concat(before.getBytes(UTF_8), text.getBytes(UTF_8)));
  }

  @Property
  void numbersArePutInDigits(@ForAll @LongRange(min = 0) long number) {
    buffer.clear();
    buffer.putDecimal(number);
    assertThat(buffer.text(buffer.start(), buffer.readable())).isEqualTo(Long.toString(number));
  }

  @Property
  void whatIsPutIsTakenInOrder(@ForAll List<byte[]> pieces) {
    buffer.clear();
    buffer.put((byte) 'x');
    for (byte[] piece : pieces) {
      buffer.put(piece);
      buffer.skip(buffer.readable() - piece.length);
      assertThat(buffer.copy(buffer.start(), buffer.readable())).isEqualTo(piece);
    }
  }

  @Example
  void aBufferInUseStopsGrowing() {
    byte[] piece = new byte[50];
    for (int i = 0; i < 1_000; i++) {
      buffer.put(piece);
      buffer.skip(49);
      buffer.skip(1);
    }
    assertThat(buffer.array()).hasSize(64);
  }

  @Example
  void noMoreIsTakenThanThereIs() {
    buffer.put("ab");
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> buffer.skip(3));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> buffer.skip(-1));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> buffer.advance(buffer.writable() + 1));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> buffer.reserve(Integer.MAX_VALUE));
  }

  @Example
  void linesEndInCrLf() throws ProtocolException {
    buffer.put("abc\r");
    assertThat(buffer.lineLength(3)).isEqualTo(-1);
    buffer.put("\n");
    assertThat(buffer.lineLength(3)).isEqualTo(3);
    assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> buffer.lineLength(2));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
