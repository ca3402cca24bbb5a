// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say where results and charts are. */
final class Folders {
  @Option(
      names = "--results",
      paramLabel = "FOLDER",
      defaultValue = "results",
      description = "Where runs are stored (default: ${DEFAULT-VALUE}).")
  private Path results = Path.of("results");

  @Option(
      names = "--charts",
      paramLabel = "FOLDER",
      defaultValue = "charts",
      description = "Where charts are drawn (default: ${DEFAULT-VALUE}).")
  private Path charts = Path.of("charts");

  Path results() {
    return results;
  }

  Path charts() {
    return charts;
  }

  /** The folder of a run that is given by its name or by its folder. */
  Path run(String nameOrFolder) {
    Path named = results.resolve(nameOrFolder);
    return Files.isDirectory(named) ? named : Path.of(nameOrFolder);
  }
}
