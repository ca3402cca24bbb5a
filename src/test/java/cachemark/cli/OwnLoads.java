// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Loads on servers that they start, with everything in a folder of their own. */
final class OwnLoads implements AutoCloseable {
  private static final String TEMPORARY = "java.io.tmpdir";

  private static final List<String> USUAL =
      List.of("--id", "mine", "--connections", "10", "--keys", "100", "--warmup", "200ms");

  private final Path folder;
  private final String temporary = System.getProperty(TEMPORARY);

  /** The lock of a run lies in the temporary folder; others may be measuring here. */
  OwnLoads(Path folder) throws IOException {
    this.folder = folder;
    Path own = Files.createDirectory(folder.resolve("tmp"));
    assertThat(own.toFile().setExecutable(true, false)).isTrue();
    assertThat(folder.toFile().setExecutable(true, false)).isTrue();
    System.setProperty(TEMPORARY, own.toString());
  }

  /** Runs a load, with what is usual here where nothing else is asked for. */
  Said load(String... words) {
    List<String> all = new ArrayList<>(List.of("load"));
    Collections.addAll(all, words);
    Collections.addAll(all, "--servers", "local", "--pin", "free");
    for (int i = 0; i < USUAL.size(); i += 2) {
      if (!all.contains(USUAL.get(i))) {
        all.addAll(USUAL.subList(i, i + 2));
      }
    }
    Collections.addAll(all, "--results", folder.resolve("results").toString());
    Collections.addAll(all, "--charts", folder.resolve("charts").toString());
    return Said.to(all.toArray(String[]::new));
  }

  /** Where the usual load is stored. */
  Path results() {
    return folder.resolve("results").resolve("mine");
  }

  @Override
  public void close() {
    System.setProperty(TEMPORARY, temporary);
  }
}
