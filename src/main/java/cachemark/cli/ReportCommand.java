// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.report.Report;
import cachemark.result.RunReader;
import cachemark.result.StoredRun;
import java.io.PrintWriter;
import java.util.List;
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
    description = "Draw the charts and write the report of stored runs. Needs no server.",
    footer = {"", "Example:", "  java -jar benchmarks.jar report reference-quick"})
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "A run's name or folder.")
  private List<String> runs = List.of();

  @Mixin private Folders folders;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (String name : runs) {
      StoredRun run = RunReader.read(folders.run(name));
      run.warnings().forEach(warning -> out.println("warning: " + warning));
      Report.write(run, folders.charts());
      out.println("report in " + folders.charts().resolve(run.head().runId()));
    }
    return ExitCode.OK.code();
  }
}
