// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LastingOutputTest {
  private static final OutputStream BROKEN =
      new OutputStream() {
        @Override
        public void write(int one) throws IOException {
          throw new IOException("No space");
        }
      };

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      Console.plain(
          new PrintStream(OutputStream.nullOutputStream(), true, UTF_8),
          new PrintStream(err, true, UTF_8));
  private final AtomicInteger gone = new AtomicInteger();

  @Test
  void whatCanBeWrittenLeavesTheCodeAsItIs() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LastingOutput output = new LastingOutput(bytes, true, gone::incrementAndGet);
    new PrintStream(output, true, UTF_8).println("×");
    assertThat(bytes.toString(UTF_8)).isEqualTo("×\n");
    assertThat(output.codeAfter(4, console)).isEqualTo(4);
    assertThat(gone).hasValue(0);
  }

  @Test
  void aReaderThatHasGoneEndsTheProcessOnceAndWithoutAWord() {
    LastingOutput output = writtenTwice(true);
    assertThat(gone).hasValue(1);
    assertThat(output.codeAfter(0, console)).isEqualTo(141);
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void aFullDiskIsAnErrorOfItsOwn() {
    LastingOutput output = writtenTwice(false);
    assertThat(gone).hasValue(0);
    assertThat(output.codeAfter(0, console)).isEqualTo(1);
    assertThat(output.codeAfter(4, console)).isEqualTo(4);
    assertThat(err.toString(UTF_8))
        .startsWith("error: standard output cannot be written: No space\n");
  }

  private LastingOutput writtenTwice(boolean pipe) {
    LastingOutput output = new LastingOutput(BROKEN, pipe, gone::incrementAndGet);
    PrintStream stream = new PrintStream(output, true, UTF_8);
    stream.println("one");
    stream.println("two");
    return output;
  }
}
