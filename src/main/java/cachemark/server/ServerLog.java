// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a server process has written.
 *
 * @param file where it goes; need not be there yet
 */
record ServerLog(Path file) {
  private static final int LINES = 5;
  private static final String ERROR = "[ERROR]";

  /** How MySQL and MariaDB begin what they say in passing. */
  private static final Pattern IN_PASSING = Pattern.compile("\\[(Note|System|Warning)]|^Version: ");

  /**
   * The lines that say best why the server ended: the first it marked as errors, since later ones
   * only follow from them, else its last. Empty if it wrote none.
   */
  String lastWords() {
    List<String> lines = lines().stream().filter(line -> !IN_PASSING.matcher(line).find()).toList();
    List<String> errors = lines.stream().filter(line -> line.contains(ERROR)).limit(LINES).toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    return String.join(System.lineSeparator(), errors.isEmpty() ? last : errors);
  }

  private List<String> lines() {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of(); // no log to quote is not worth hiding the real fault
    }
  }
}
