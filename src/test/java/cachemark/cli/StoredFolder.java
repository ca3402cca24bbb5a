// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.result.RunReader;
import cachemark.result.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a run has stored so far. */
record StoredFolder(Path path) {
  Path journal() {
    return path.resolve("trials.jsonl");
  }

  /** The trials as the suite itself reads them, which fails if a line is damaged. */
  List<TrialRecord> trials() {
    return RunReader.read(path).trials();
  }

  List<String> ids() {
    return trials().stream().map(TrialRecord::id).toList();
  }

  /** Whether the journal has {@code count} lines or more. */
  boolean has(int count) throws IOException {
    return Files.exists(journal())
        && Files.readString(journal()).chars().filter(c -> c == '\n').count() >= count;
  }

  /** How many measured iterations have begun, by the words of JMH. */
  int measurements() throws IOException {
    return Files.readString(path.resolve("console.log")).split("\nIteration ", -1).length - 1;
  }
}
