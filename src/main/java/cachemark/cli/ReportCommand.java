// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.PlanException;
import cachemark.report.Report;
import cachemark.report.RunSummary;
import cachemark.result.RunReader;
import cachemark.result.StoredRun;
import java.io.PrintWriter;
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
      "Draw the charts and write the report of stored runs. Needs no server.",
      "The same run gives the same files; those that are there are replaced."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar benchmarks.jar report reference-quick",
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
        () -> runs.stream().map(name -> draw(name, console)).reduce((a, b) -> b).orElseThrow());
  }

  private Answer draw(String name, Console console) {
    Path folder = folders.run(name);
    StoredRun run = RunReader.read(folder);
    PrintWriter aside = voice.aside(console);
    Paint paint = voice.paint(console);
    run.warnings().forEach(warning -> aside.println(paint.doubtful("warning:") + " " + warning));
    Report.write(run, folders.charts());
    Path page = Finish.page(run, folders.charts());
    if (!voice.isQuiet() && !voice.isJson()) {
      aside.println("report in " + page.getParent());
    }
    return new Answer(ExitCode.OK, "the report is drawn", folder, page, RunSummary.of(run));
  }
}
