// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.result.drill.DrillFiles;
import cachemark.result.drill.DrillMark;
import cachemark.result.drill.DrillOutcome;
import cachemark.result.drill.DrillRecord;
import cachemark.server.docker.Containers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drills of today's memcached, which comes in containers and is newer than that of this machine.
 */
final class DrillContainersIT {
  private static final String TEMPORARY = "java.io.tmpdir";

  @TempDir private Path folder;
  private String temporary;

  @BeforeAll
  static void find() {
    Containers.engine();
  }

  /** The lock of a run lies in the temporary folder; others may be measuring here. */
  @BeforeEach
  void useAFolderOfItsOwn() throws Exception {
    temporary = System.getProperty(TEMPORARY);
    Path own = Files.createDirectory(folder.resolve("tmp"));
    System.setProperty(TEMPORARY, own.toString());
  }

  @AfterEach
  void useTheUsualOneAgain() {
    System.setProperty(TEMPORARY, temporary);
  }

  private DrillRecord drill(String subject, String scenario, String duration) {
    String words =
        "drill --servers docker --id mine --seed 7 --keys 600 --rate 300 --threads 8 --subject "
            + subject
            + " --scenario "
            + scenario
            + " --duration "
            + duration
            + " --results "
            + folder.resolve("results")
            + " --charts "
            + folder.resolve("charts");
    Said.to(words.split(" ", -1)).fine(scenario, "results  ");
    return DrillFiles.FILE.read(folder.resolve("results").resolve("mine"));
  }

  @Test
  void aBackupThatComesBackIsGivenEveryKeySoThatAPrimaryCanBeSpared() {
    DrillOutcome repair =
        drill("proxy-repair", "backup-then-primary", "12s")
            .drill("proxy-repair", "backup-then-primary")
            .orElseThrow();
    assertThat(repair.marks())
        .extracting(DrillMark::words)
        .contains("proxy: backup up to date", "primary 1 killed");
    assertThat(repair.total().missing() + repair.total().stale() + repair.total().wrong()).isZero();
    assertThat(repair.readBack().right()).isEqualTo(600);
  }

  @Test
  void memcachedsOwnProxyKeepsWhatItHasCopies() {
    DrillOutcome copies =
        drill("memcached-proxy-copies", "kill-revive", "8s")
            .drill("memcached-proxy-copies", "kill-revive")
            .orElseThrow();
    assertThat(copies.total().missing() + copies.total().stale()).isZero();
    assertThat(copies.total().writeErrors()).isPositive();
  }
}
