// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line: cachemark's own commands, and everything else as JMH's. Without arguments it is
 * {@code run}.
 */
@Command(
    name = "benchmarks.jar",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    subcommands = {
      RunCommand.class,
      ReportCommand.class,
      DoctorCommand.class,
      CommandLine.HelpCommand.class
    },
    description = "Which cache should stand in front of my MySQL, and what do I gain?",
    footer = {
      "",
      "Without arguments: the same as \"run\".",
      "Anything else is JMH's own command line, with the servers provided:",
      "  java -jar benchmarks.jar -l",
      "  java -jar benchmarks.jar SingleThread -f 1 -p store=REDIS",
      "  java -jar benchmarks.jar -h",
      "",
      "Exit codes: 0 ok, 1 run error, 2 usage, 4 incomplete or invalid run;",
      "130 and 143 after Ctrl-C and SIGTERM, with every finished trial kept."
    })
public final class Main implements Runnable {
  private static final List<String> COMMANDS = List.of("run", "report", "doctor", "help");
  private static final Set<String> OPTIONS = Set.of("--help", "--version", "-V");

  @Spec private CommandSpec spec;

  /** Runs the command line and exits. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  /**
   * Runs the command line.
   *
   * @param out for results
   * @param err for errors
   * @return the exit code
   */
  static int run(List<String> args, PrintStream out, PrintStream err) {
    List<String> words = args.isEmpty() ? List.of("run") : args;
    if (!COMMANDS.contains(words.get(0)) && !OPTIONS.contains(words.get(0))) {
      return Failures.guard(err, () -> JmhCommand.run(words, COMMANDS, out, err));
    }
    CommandLine commands =
        new CommandLine(new Main())
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Failures::usage)
            .setExecutionExceptionHandler((e, line, result) -> Failures.explain(e, err));
    return commands.execute(words.toArray(String[]::new));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
