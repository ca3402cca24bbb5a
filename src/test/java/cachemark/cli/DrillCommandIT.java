// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.result.RunState;
import cachemark.result.drill.DrillFiles;
import cachemark.result.drill.DrillMark;
import cachemark.result.drill.DrillOutcome;
import cachemark.result.drill.DrillRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code drill} from its command line to its page, on servers that it starts and lets fail. */
final class DrillCommandIT {
  private static final String TEMPORARY = "java.io.tmpdir";

  @TempDir private Path folder;
  private String temporary;

  /** The lock of a run lies in the temporary folder; others may be measuring here. */
  @BeforeEach
  void useAFolderOfItsOwn() throws Exception {
    temporary = System.getProperty(TEMPORARY);
    Path own = Files.createDirectory(folder.resolve("tmp"));
    assertThat(own.toFile().setExecutable(true, false)).isTrue();
    assertThat(folder.toFile().setExecutable(true, false)).isTrue();
    System.setProperty(TEMPORARY, own.toString());
  }

  @AfterEach
  void useTheUsualOneAgain() {
    System.setProperty(TEMPORARY, temporary);
  }

  private Said drill(String... words) {
    List<String> all = new ArrayList<>(List.of("drill"));
    Collections.addAll(all, words);
    Collections.addAll(all, "--servers", "local", "--id", "mine", "--seed", "7");
    Collections.addAll(all, "--keys", "600", "--rate", "400", "--threads", "8");
    Collections.addAll(all, "--place-keys", "3000", "--lag-writes", "200");
    Collections.addAll(all, "--results", folder.resolve("results").toString());
    Collections.addAll(all, "--charts", folder.resolve("charts").toString());
    return Said.to(all.toArray(String[]::new));
  }

  private DrillRecord stored() {
    DrillRecord record = DrillFiles.FILE.read(folder.resolve("results").resolve("mine"));
    assertThat(record.state()).isEqualTo(RunState.COMPLETE);
    return record;
  }

  @Test
  void aRevivedPrimaryIsForgottenByMagentAndGivenItsValuesAgainByRepair() throws Exception {
    drill(
            "--scenario",
            "kill-revive",
            "--subject",
            "proxy-repair",
            "--subject",
            "proxy-magent",
            "--subject",
            "xmemcached",
            "--duration",
            "6s")
        .fine("kill-revive", "our proxy (as magent)", "results  ");
    DrillRecord record = stored();
    DrillOutcome repair = record.drill("proxy-repair", "kill-revive").orElseThrow();
    assertThat(repair.total().missing() + repair.total().stale() + repair.total().wrong()).isZero();
    assertThat(repair.readBack().right()).isEqualTo(600);
    assertThat(repair.marks()).extracting(DrillMark::words).contains("primary 1 revived empty");
    assertThat(repair.total().all()).isEqualTo(2_400);
    DrillOutcome magent = record.drill("proxy-magent", "kill-revive").orElseThrow();
    assertThat(magent.total().missing()).isPositive();
    assertThat(magent.readBack().missing()).isPositive();
    assertThat(record.drill("xmemcached", "kill-revive").orElseThrow().total().missing())
        .isPositive();
    Path page = folder.resolve("charts").resolve("mine").resolve("index.html");
    String drawn = Files.readString(page);
    assertThat(drawn).contains("no value lost or old with our proxy (repair)");
    Files.delete(page);
    Said.to(
            "report",
            folder.resolve("results").resolve("mine").toString(),
            "--charts",
            folder.resolve("charts").toString())
        .fine("report in ");
    assertThat(Files.readString(page)).isEqualTo(drawn);
  }

  @Test
  void whatIsCutOffComesBackOldWithMagentAndNotWithRepair() {
    drill(
            "--scenario",
            "cut-return",
            "--subject",
            "proxy-repair",
            "--subject",
            "proxy-magent",
            "--duration",
            "6s",
            "--gets",
            "60")
        .fine("cut-return");
    DrillRecord record = stored();
    DrillOutcome repair = record.drill("proxy-repair", "cut-return").orElseThrow();
    assertThat(repair.total().missing() + repair.total().stale() + repair.total().wrong()).isZero();
    assertThat(repair.readBack().right()).isEqualTo(600);
    DrillOutcome magent = record.drill("proxy-magent", "cut-return").orElseThrow();
    assertThat(magent.total().stale()).isPositive();
  }

  @Test
  void placesAreThoseOfMagentsHashAndEveryKeyIsOnTheBackup() {
    drill("--scenario", "place", "--subject", "proxy-magent").fine("place");
    DrillRecord record = stored();
    assertThat(record.places("proxy-magent").findFirst().orElseThrow())
        .satisfies(
            places -> {
              assertThat(places.held().get(3)).isEqualTo(3_000);
              assertThat(places.held().subList(0, 3).stream().mapToInt(i -> i).sum())
                  .isEqualTo(3_000);
              assertThat(places.holders()).hasSize(8).containsEntry("key1", List.of(0, 3));
              assertThat(places.movedShare()).isGreaterThan(0.5);
            });
    assertThat(record.agreements()).hasSize(4);
  }

  @Test
  void whatIsNoSubjectIsRefusedWithTheNearest() {
    drill("--subject", "proxy-repare").refused(ExitCode.USAGE, "proxy-repair");
    drill("--servers", "memcached=127.0.0.1:1").refused(ExitCode.RUN_ERROR, "there already");
  }
}
