// SPDX-License-Identifier: Apache-2.0
package cachemark.floor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The temporary folder of one measuring process.
 *
 * @param folder with an absolute path
 */
record Scratch(Path folder) {
  static Scratch create() throws IOException {
    return new Scratch(Files.createTempDirectory("cachemark-floor-").toAbsolutePath());
  }

  /** The one that the file of an answer is in. */
  static Scratch of(Path answer) {
    return new Scratch(answer.resolveSibling(""));
  }

  /** Where the process writes its answer. */
  Path answer() {
    return folder.resolve("answer");
  }

  /** What the process says, if it fails. */
  Path words() {
    return folder.resolve("words");
  }

  void delete() throws IOException {
    Files.deleteIfExists(answer());
    Files.deleteIfExists(words());
    Files.deleteIfExists(folder);
  }
}
