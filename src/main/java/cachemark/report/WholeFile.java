// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all. */
final class WholeFile {
  private WholeFile() {}

  /** Writes {@code file}, or replaces it. */
  static Path write(Path file, byte[] bytes) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.write(beside, bytes);
    return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
