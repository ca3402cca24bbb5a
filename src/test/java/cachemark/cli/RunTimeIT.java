// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.Floor;
import cachemark.result.Overhead;
import cachemark.result.RunReader;
import cachemark.result.RunRecord;
import cachemark.result.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run tells of itself: the floor it stood on and where its time went. */
final class RunTimeIT {
  @TempDir private Path folder;

  @Test
  void aRunStoresItsFloorsAndSaysWhereItsTimeWent() throws Exception {
    Suite suite = new Suite(folder);
    Ended ended = suite.run("run", "--plan", "tiny.yaml", "--id", "r");
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .containsPattern("\ntime     [0-9:]+: measuring 0:02, .* [0-9]+ % neither measured");
    RunRecord head = RunReader.head(suite.results("r").path());
    assertThat(head.floors())
        .as(ended.out())
        .extracting(Floor::transport)
        .containsExactly(Transport.TCP, Transport.UNIX);
    assertThat(suite.results("r").trials())
        .hasSize(3)
        .allSatisfy(
            trial -> {
              assertThat(trial.time().measuredMillis()).isEqualTo(700);
              assertThat(trial.time().warmupMillis()).isBetween(48L, 51L);
              assertThat(trial.time().startMillis()).isBetween(1L, trial.wallMillis());
            });
    Overhead overhead = head.overhead();
    assertThat(overhead.starts()).isOne();
    assertThat(overhead.probesMillis()).isGreaterThan(1_600); // of both transports alone
    assertThat(overhead.classesMillis()).isPositive();
    assertThat(Files.readString(folder.resolve("charts/r/report.md")))
        .contains("| Floor of this machine |", "| Time of the run |");
  }
}
