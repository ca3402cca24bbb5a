// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** The size of the terminal that this process belongs to, which shells do not export. */
final class TerminalSize {
  private static final File TERMINAL = new File("/dev/tty");

  private TerminalSize() {}

  /** What {@code stty size} says; empty where there is no such program or terminal. */
  static OptionalInt columns() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(TERMINAL)
              .redirectError(Redirect.DISCARD)
              .start();
      String rowsAndColumns = new String(stty.getInputStream().readAllBytes(), US_ASCII).strip();
      stty.waitFor(1, TimeUnit.SECONDS);
      return Screen.number(rowsAndColumns.substring(rowsAndColumns.indexOf(' ') + 1));
    } catch (IOException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }
}
