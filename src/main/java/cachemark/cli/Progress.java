// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of long work while it goes on, and where what it finds is stored. */
abstract class Progress {
  final PrintWriter out;
  final boolean quiet;
  private volatile @Nullable Path folder;

  /** Progress that is told on {@code out}, or not at all. */
  Progress(PrintWriter out, boolean quiet) {
    this.out = out;
    this.quiet = quiet;
  }

  /** The folder of the work, once there is one. */
  final Optional<Path> folder() {
    return Optional.ofNullable(folder).filter(Files::exists);
  }

  /** Something has happened beside the work. */
  public final void news(String words) {
    if (!quiet) {
      out.println(words);
    }
  }

  /** Writes over the line of a terminal. */
  final void show(Screen screen, String text) {
    int width = screen.columns() - 1;
    String cut = text.length() <= width ? text : text.substring(0, width - 1) + "…";
    out.print("\r" + cut + " ".repeat(width - cut.length()));
    out.flush();
  }

  /** The work has begun, and is stored there. */
  public final void begun(Path begunFolder) {
    folder = begunFolder;
  }
}
