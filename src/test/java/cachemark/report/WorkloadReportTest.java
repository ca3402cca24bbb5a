// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.plan.workload.Shows;
import cachemark.report.workload.Invented;
import cachemark.report.workload.Workloads;
import cachemark.result.ResultException;
import cachemark.result.RunState;
import cachemark.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workload as a page, as markdown and as charts; its numbers are invented. */
final class WorkloadReportTest {
  @TempDir private Path folder;

  @Test
  void everyGroupHasItsPicturesItsTableAndItsPartInTheAnswer() throws Exception {
    Path page = WorkloadReport.write(Workloads.profile(5), folder);
    assertThat(page).isEqualTo(folder.resolve("mine").resolve("index.html"));
    for (String figure :
        List.of(
            "hit-ratio",
            "hit-ratio-throughput",
            "break-even",
            "mix",
            "value-size",
            "connections",
            "expiry",
            "stampede",
            "staleness",
            "outage",
            "cold-start")) {
      assertThat(page.resolveSibling(figure + ".png")).isNotEmptyFile();
      assertThat(page.resolveSibling(figure + ".svg")).isNotEmptyFile();
    }
    assertThat(Files.readString(page.resolveSibling("outage.svg")))
        .contains("cache killed", "cache revived empty");
    assertThat(Files.readString(page))
        .contains("<svg", "In short", "The answer", "Every load", "Workload mine")
        .contains("4,800 requests failed: refused", "memcached 1.6.18, Redis 7.0.15, MariaDB 10.11")
        .doesNotContain("could not be drawn", "http://localhost");
    assertThat(Files.readString(page.resolveSibling("report.md")))
        .contains("![Hit ratio against memory](hit-ratio.png)", "### Which policy?")
        .contains("- Which client library? not varied here: see \"run --only clients\".")
        .contains("| 5 VALID |", "| 5 SUSPECT |", "loopback TCP | 25.0 | 70.0 |");
  }

  @Test
  void theSameWorkloadGivesTheSameBytes() throws Exception {
    WorkloadReport.write(Workloads.profile(2), folder);
    Map<Path, Integer> once = files();
    WorkloadReport.write(Workloads.profile(2), folder);
    assertThat(files()).isEqualTo(once);
  }

  private Map<Path, Integer> files() throws IOException {
    Map<Path, Integer> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder.resolve("mine"))) {
      for (Path file : all.toList()) {
        files.put(file, Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  @Test
  void oneRoundThatWasStoppedIsShownAsWhatItIs() throws Exception {
    Path page =
        WorkloadReport.write(
            Workloads.record(RunState.OPEN, 5, Invented.of("redis").rounds("mine-own", null, 1)),
            folder);
    assertThat(Files.readString(page))
        .contains("stopped before its end", "Loads side by side")
        .contains("not measured here: no load was put on both memcached and Redis");
  }

  @Test
  void invalidLoadsAreShownAndCountForNothing() throws Exception {
    Path page =
        WorkloadReport.write(
            Workloads.record(
                RunState.COMPLETE,
                2,
                Invented.of("redis")
                    .verdict(Verdict.INVALID)
                    .reasons(List.of("3 gets brought bytes that are not the key's"))
                    .rounds("mix", Shows.MIX, 2)),
            folder);
    assertThat(Files.readString(page))
        .contains("2 INVALID", "3 gets brought bytes that are not the key's")
        .doesNotContain("could not be drawn");
  }

  @Test
  void aWorkloadWithoutALoadHasNothingToShow() {
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(
            () -> WorkloadReport.write(Workloads.record(RunState.OPEN, 1, List.of()), folder))
        .withMessageContaining("was stopped before any load had come to its end");
  }
}
