// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.doctor.Diagnosis;
import cachemark.doctor.Doctor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: what this machine can run, and how noisy it is. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Say what this machine can run and how noisy it is, and what to do about it.",
      "Takes half a minute. Exit code 0 if a run is possible, 1 if not."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar benchmarks.jar doctor",
      "  java -jar benchmarks.jar doctor --json"
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object in place of lines.")
  private boolean json;

  @Option(
      names = "--results",
      paramLabel = "FOLDER",
      defaultValue = "results",
      description = "Where runs would be stored (default: ${DEFAULT-VALUE}).")
  private Path results = Path.of("results");

  @Override
  public Integer call() {
    Screen screen = Console.of(spec).errScreen();
    boolean watched = screen.terminal();
    PrintWriter err = spec.commandLine().getErr();
    Consumer<String> progress = watched ? doing -> show(doing + " ...", screen, err) : doing -> {};
    Diagnosis diagnosis = Doctor.forThisMachine(results, progress).examine();
    if (watched) {
      show("", screen, err);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(diagnosis.json());
    } else {
      diagnosis.lines().forEach(out::println);
    }
    return (diagnosis.verdict().ready() ? ExitCode.OK : ExitCode.RUN_ERROR).code();
  }

  /** Writes over the line before. */
  private static void show(String text, Screen screen, PrintWriter err) {
    err.print("\r" + text + " ".repeat(Math.max(0, screen.columns() - 1 - text.length())) + "\r");
    err.flush();
  }
}
