// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all. */
final class WholeFile {
  private WholeFile() {}

  /** Writes {@code file} in UTF-8, or replaces it. */
  static Path write(Path file, String text) throws IOException {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes {@code file}, or replaces it. */
  static Path write(Path file, byte[] bytes) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.write(beside, bytes);
    return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
