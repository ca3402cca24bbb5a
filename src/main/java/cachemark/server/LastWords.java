// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.util.List;
import java.util.regex.Pattern;

/** What a server wrote that says best why it ended. */
public final class LastWords {
  private static final int LINES = 5;
  private static final String ERROR = "[ERROR]";

  /** How MySQL and MariaDB begin what they say in passing. */
  private static final Pattern IN_PASSING = Pattern.compile("\\[(Note|System|Warning)]|^Version: ");

  private LastWords() {}

  /**
   * Of all its lines the first it marked as errors, since later ones only follow from them, else
   * its last. Empty if it wrote none.
   */
  public static String of(List<String> all) {
    List<String> lines = all.stream().filter(line -> !IN_PASSING.matcher(line).find()).toList();
    List<String> errors = lines.stream().filter(line -> line.contains(ERROR)).limit(LINES).toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    return String.join(System.lineSeparator(), errors.isEmpty() ? last : errors);
  }
}
