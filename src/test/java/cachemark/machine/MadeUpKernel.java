// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A machine of which only some files exist. */
public final class MadeUpKernel {
  private final Path root;

  public MadeUpKernel(Path root) {
    this.root = root;
  }

  /** Puts a file there, or another content into it. */
  public MadeUpKernel with(String file, String content) {
    try {
      Path path = root.resolve(file.substring(1));
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public Kernel kernel() {
    return new Kernel(root);
  }
}
