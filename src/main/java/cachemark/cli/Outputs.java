// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.compare.Comparison;
import cachemark.plan.PlanException;
import cachemark.result.FileTrouble;
import cachemark.result.ResultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that say in which form a comparison is told, and where. */
final class Outputs {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "What standard output gets: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). md fits"
              + " a job summary of GitHub, comment a comment there; the least important is cut"
              + " first.")
  private ComparisonFormat format = ComparisonFormat.TABLE;

  @Option(
      names = "--write",
      paramLabel = "FORMAT=FILE",
      description = "A file to write as well, as in md=summary.md; may be given more than once.")
  private Map<ComparisonFormat, Path> files = new TreeMap<>();

  /** Refuses what cannot be meant before anything is measured. */
  void requireSense() {
    for (Path file : files.values()) {
      Path folder = file.toAbsolutePath().getParent();
      PlanException.require(
          folder != null && Files.isDirectory(folder) && !Files.isDirectory(file),
          "--write: %s cannot be written: there is no such folder",
          file);
    }
  }

  /** Writes every file, then standard output; one that fails keeps none of the others back. */
  void write(Comparison comparison, Console console) {
    List<String> failures = new ArrayList<>();
    files.forEach(
        (form, file) -> {
          try {
            Files.writeString(file, form.text(comparison, Screen.NONE), StandardCharsets.UTF_8);
          } catch (IOException e) {
            failures.add(file + " cannot be written: " + FileTrouble.reason(e));
          }
        });
    console.out().print(format.text(comparison, console.outScreen()));
    console.out().flush();
    if (!failures.isEmpty()) {
      throw new ResultException(String.join("; ", failures));
    }
  }
}
