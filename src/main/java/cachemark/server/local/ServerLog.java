// SPDX-License-Identifier: Apache-2.0
package cachemark.server.local;

import cachemark.server.LastWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a server process has written.
 *
 * @param file where it goes; need not be there yet
 */
record ServerLog(Path file) {
  /** What says best why the server ended; empty if it wrote nothing. */
  String lastWords() {
    return LastWords.of(lines());
  }

  private List<String> lines() {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of(); // no log to quote is not worth hiding the real fault
    }
  }
}
