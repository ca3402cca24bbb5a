// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The memory this machine can still give without swapping. */
final class FreeMemory {
  private static final Path MEMINFO = Path.of("/proc/meminfo");
  private static final String AVAILABLE = "MemAvailable:";

  private FreeMemory() {}

  /**
   * Refuses to go on where there is less than {@code megabytes}; where the system does not tell,
   * there may be enough.
   *
   * @throws IllegalStateException naming both
   */
  static void require(long megabytes) {
    require(megabytes, MEMINFO);
  }

  static void require(long megabytes, Path meminfo) {
    OptionalLong available = megabytes(meminfo);
    if (available.isPresent() && available.getAsLong() < megabytes) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%d MB of free memory are needed and this machine has %d MB: take fewer megabytes",
              megabytes,
              available.getAsLong()));
    }
  }

  private static OptionalLong megabytes(Path meminfo) {
    try (Stream<String> lines = Files.lines(meminfo)) {
      return lines
          .filter(line -> line.startsWith(AVAILABLE))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
