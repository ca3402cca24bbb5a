// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How many files a process may have open here at the most; a connection is one of them. */
final class OpenFiles {
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final String NAME = "Max open files";

  private OpenFiles() {}

  /** The hard limit, which servers inherit; the largest number where there is none. */
  static int limit() {
    return limit(LIMITS);
  }

  static int limit(Path limits) {
    try (Stream<String> lines = Files.lines(limits)) {
      return lines
          .filter(line -> line.startsWith(NAME))
          .map(line -> line.substring(NAME.length()).strip().split(" +", -1)[1])
          .filter(hard -> hard.matches("\\d{1,9}"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(Integer.MAX_VALUE);
    } catch (IOException e) {
      return Integer.MAX_VALUE; // not Linux: the server will say so itself
    }
  }
}
