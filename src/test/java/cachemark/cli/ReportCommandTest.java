// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.result.JsonFile;
import cachemark.result.Records;
import cachemark.result.RunState;
import cachemark.result.RunWriter;
import cachemark.result.workload.WorkloadFiles;
import cachemark.result.workload.WorkloadRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandTest {
  @TempDir private Path folder;
  private Path results;
  private Path charts;

  @BeforeEach
  void aRunOfOneTrial() {
    results = folder.resolve("results");
    charts = folder.resolve("charts");
    try (RunWriter writer = RunWriter.create(results, Records.head("mine"))) {
      writer.append(Records.trial(0));
    }
  }

  @Test
  void aRunIsDrawnByItsNameOrItsFolder() {
    report("mine").fine("report in " + charts.resolve("mine"));
    assertThat(charts.resolve("mine/report.md")).isNotEmptyFile();
    report(results.resolve("mine").toString()).fine("report in " + charts.resolve("mine"));
  }

  @Test
  void ofTwoRunsThereIsAPageThatComparesThem() throws IOException {
    try (RunWriter writer = RunWriter.create(results, Records.head("other"))) {
      writer.append(Records.trial(0));
    }
    Said.to(
            "report",
            "mine",
            "other",
            "--results",
            results.toString(),
            "--charts",
            charts.toString())
        .fine("comparison in " + charts.resolve("other-against-mine/index.html"));
    assertThat(Files.readString(charts.resolve("other-against-mine/index.html")))
        .contains("other against mine")
        .contains("Too few rounds for an interval (1)")
        .contains("href=\"speed-latency-get-report.png\"");
    assertThat(charts.resolve("other-against-mine/speed-latency-get-report.svg")).isNotEmptyFile();
    assertThat(charts.resolve("other-against-mine/speed-latency-get-report.png")).isNotEmptyFile();
    assertThat(charts.resolve("mine/index.html")).isNotEmptyFile();
  }

  @Test
  void aCutJournalIsDrawnWithAWarning() throws IOException {
    Path journal = results.resolve("mine/trials.jsonl");
    Files.writeString(journal, "{\"cell", UTF_8, StandardOpenOption.APPEND);
    report("mine").fine("warning: the last line of " + journal + " was cut off");
  }

  @Test
  void aRunThatIsNotThereIsARunError() {
    report("missing").refused(ExitCode.RUN_ERROR, "there is no run in missing: no run.json");
  }

  @Test
  void aDamagedRunIsARunError() throws IOException {
    Path head = results.resolve("mine/run.json");
    Files.writeString(head, "{");
    report("mine").refused(ExitCode.RUN_ERROR, head + " is damaged: ");
  }

  @Test
  void aRunOfLoadsIsDrawn() {
    Path loads = JsonFile.createFolder(results, "loads");
    WorkloadFiles.FILE.write(loads, WorkloadRecords.record(RunState.COMPLETE));
    report("loads").fine("report in " + charts);
    assertThat(charts).isDirectoryRecursivelyContaining("glob:**/index.html");
  }

  private Said report(String run) {
    return Said.to("report", run, "--results", results.toString(), "--charts", charts.toString());
  }
}
