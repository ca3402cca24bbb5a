// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.compare.Comparison;
import cachemark.compare.Terms;
import cachemark.compare.format.HtmlFormat;
import cachemark.compare.side.Side;
import cachemark.compare.source.Readings;
import cachemark.plan.PlanException;
import cachemark.report.DrillReport;
import cachemark.report.LoadReport;
import cachemark.report.Report;
import cachemark.report.RunSummary;
import cachemark.report.SpeedCharts;
import cachemark.report.WorkloadReport;
import cachemark.result.FileTrouble;
import cachemark.result.ResultException;
import cachemark.result.RunReader;
import cachemark.result.StoredRun;
import cachemark.result.drill.DrillFiles;
import cachemark.result.load.LoadFiles;
import cachemark.result.workload.WorkloadFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: draws stored runs again; needs no server. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Draw the charts and write the report of stored runs, also of those of loads, of single loads"
          + " and of drills. Needs no server.",
      "Of two runs there is a third page, which compares them cell by cell, the first as BASE.",
      "The same run gives the same files; those that are there are replaced."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar benchmarks.jar report reference-quick",
      "  java -jar benchmarks.jar report monday tuesday",
      "  java -jar benchmarks.jar report /backup/20260131-101500-quick --charts .",
      "  java -jar benchmarks.jar report reference-quick --json | jq .run.trials"
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "A run's name or folder.")
  private List<String> runs = List.of();

  @Mixin private Folders folders;

  @Mixin private Voice voice;

  @Override
  public Integer call() {
    if (voice.isJson() && runs.size() > 1) {
      throw new PlanException("--json tells of one run; draw " + runs.size() + " one by one");
    }
    Console console = Console.of(spec);
    return voice.answering(
        console,
        Optional::empty,
        () -> {
          Answer last =
              runs.stream().map(name -> draw(name, console)).reduce((a, b) -> b).orElseThrow();
          if (runs.size() == 2) {
            tell("comparison in " + compared(), console);
          }
          return last;
        });
  }

  /** Writes the page that compares both runs; tells where. */
  private Path compared() {
    Side base = Readings.of(folders.run(runs.get(0))).main();
    Side next = Readings.of(folders.run(runs.get(1))).main();
    Comparison comparison = Comparison.ofRuns(base, next, Terms.usual());
    try {
      Path folder = folders.charts().resolve(next.name() + "-against-" + base.name());
      Files.createDirectories(folder);
      String page = HtmlFormat.of(comparison, SpeedCharts.in(folder));
      return Files.writeString(folder.resolve(Report.PAGE), page);
    } catch (IOException e) {
      throw new ResultException("the comparison cannot be written: " + FileTrouble.reason(e), e);
    } catch (UncheckedIOException e) {
      throw new ResultException("the comparison cannot be written: " + e.getMessage(), e);
    }
  }

  private void tell(String words, Console console) {
    if (!voice.isQuiet() && !voice.isJson()) {
      voice.aside(console).println(words);
    }
  }

  private Answer draw(String name, Console console) {
    Path folder = folders.run(name);
    if (LoadFiles.isLoad(folder)) {
      return drawn(folder, LoadReport.write(LoadFiles.read(folder), folders.charts()), console);
    }
    if (DrillFiles.FILE.isIn(folder)) {
      Path page = DrillReport.write(DrillFiles.FILE.read(folder), folders.charts());
      return drawn(folder, page, console);
    }
    if (WorkloadFiles.FILE.isIn(folder)) {
      Path page = WorkloadReport.write(WorkloadFiles.FILE.read(folder), folders.charts());
      return drawn(folder, page, console);
    }
    StoredRun run = RunReader.read(folder);
    PrintWriter aside = voice.aside(console);
    Paint paint = voice.paint(console);
    run.warnings().forEach(warning -> aside.println(paint.doubtful("warning:") + " " + warning));
    Path page = Report.write(run, folders.charts()).page();
    tell("report in " + page.getParent(), console);
    return new Answer(ExitCode.OK, "the report is drawn", folder, page, RunSummary.of(run));
  }

  private Answer drawn(Path folder, Path page, Console console) {
    tell("report in " + page.getParent(), console);
    return new Answer(ExitCode.OK, "the report is drawn", folder, page, null);
  }
}
