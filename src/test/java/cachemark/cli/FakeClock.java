// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.server.docker.Containers;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The time of day as the processes of one suite see it, by libfaketime; the machine's own is not
 * touched, nor is the time that only counts on.
 */
final class FakeClock {
  private static final Path LIBRARIES = Path.of("/usr/lib");
  private static final String LIBRARY = "/usr/lib/*/faketime/libfaketime.so.1";

  private final Path library;
  private final Path file;

  private FakeClock(Path library, Path file) {
    this.library = library;
    this.file = file;
  }

  /** One that goes right at first, or skips the calling test where the library is missing. */
  static FakeClock in(Path folder) throws IOException {
    Optional<Path> library = library();
    if (library.isEmpty()) {
      Containers.skip("no clock is set: libfaketime is not installed");
    }
    FakeClock clock = new FakeClock(library.orElseThrow(), folder.resolve("clock"));
    clock.set("+0");
    return clock;
  }

  /** Puts it so far off, as in {@code -1h}. */
  void set(String offset) throws IOException {
    Path next = file.resolveSibling("clock.next"); // it may be read at any moment
    Files.writeString(next, offset + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What makes a process and those it starts go by it, a second later at most. */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        file.toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0"); // else waits in a JVM end at once
  }

  private static Optional<Path> library() throws IOException {
    var matcher = FileSystems.getDefault().getPathMatcher("glob:" + LIBRARY);
    try (Stream<Path> all = Files.find(LIBRARIES, 3, (path, facts) -> matcher.matches(path))) {
      return all.findFirst();
    }
  }
}
