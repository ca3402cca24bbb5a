// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Where a server keeps its data: what a forced write costs depends on it.
 *
 * @param path the folder
 * @param fileSystem the kind of file system it is on, as the kernel calls it, as in {@code ext4};
 *     {@value #UNKNOWN} where it does not tell, as in a changed root
 */
public record DataFolder(Path path, String fileSystem) {
  /** The kind of a file system that is not known. */
  public static final String UNKNOWN = "unknown";

  private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

  /** What is known of {@code path}. */
  public static DataFolder at(Path path) {
    try {
      return new DataFolder(path, Files.getFileStore(path).type());
    } catch (IOException e) {
      return new DataFolder(path, UNKNOWN); // its mount point is out of sight: no reason to stop
    }
  }

  /** Whether it is known that a forced write reaches no disk here. */
  public boolean inMemory() {
    return IN_MEMORY.contains(fileSystem);
  }
}
