// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What is at the other end of a stream.
 *
 * @param terminal whether it is a terminal on which a line can be written over
 * @param colour whether words may be coloured
 * @param columns that fit into a line
 */
record Screen(boolean terminal, boolean colour, int columns) {
  /** A file or a pipe. */
  static final Screen NONE = new Screen(false, false, Screen.USUAL_COLUMNS);

  private static final int USUAL_COLUMNS = 80;
  private static final int LEAST_COLUMNS = 20;

  /**
   * What a file descriptor of this process goes to. Asks Linux itself: newer Javas have a console
   * even where output goes to a file.
   *
   * @param environment in which TERM, NO_COLOR and COLUMNS count
   */
  static Screen of(int descriptor, Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    if (!isTerminal(target(descriptor)) || term.isEmpty() || term.equals("dumb")) {
      return NONE;
    }
    return new Screen(
        true, environment.getOrDefault("NO_COLOR", "").isEmpty(), columnsBy(environment));
  }

  /** Whether a reader of the descriptor can go away while its writer lives. */
  static boolean isPipe(int descriptor) {
    String target = target(descriptor);
    return target.startsWith("pipe:") || target.startsWith("socket:");
  }

  private static boolean isTerminal(String target) {
    return target.startsWith("/dev/pts/")
        || target.startsWith("/dev/tty")
        || target.equals("/dev/console");
  }

  private static String target(int descriptor) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd", Integer.toString(descriptor)))
          .toString();
    } catch (IOException e) {
      return ""; // not Linux: plain words do everywhere
    }
  }

  private static int columnsBy(Map<String, String> environment) {
    int columns =
        number(environment.getOrDefault("COLUMNS", ""))
            .orElseGet(() -> TerminalSize.columns().orElse(USUAL_COLUMNS));
    return Math.max(LEAST_COLUMNS, columns);
  }

  /** A count of columns; empty where the text says none. */
  static OptionalInt number(String text) {
    return text.matches("[1-9][0-9]{0,3}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
