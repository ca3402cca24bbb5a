// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The command line: cachemark's own commands, and everything else as JMH's. Without arguments it is
 * {@code run}.
 */
@Command(
    name = "benchmarks.jar",
    versionProvider = BuildVersion.class,
    subcommands = {
      RunCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      LoadCommand.class,
      DrillCommand.class,
      ProxyCommand.class,
      DoctorCommand.class,
      SchemaCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    description = "Which cache should stand in front of my MySQL, and what do I gain?",
    footer = {
      "",
      "Without arguments: the same as \"run\", eleven minutes with the profile quick.",
      "Every command explains itself:",
      "  java -jar benchmarks.jar run --help",
      "Anything else is JMH's own command line, with the servers provided:",
      "  java -jar benchmarks.jar -l",
      "  java -jar benchmarks.jar SingleThread -f 1 -p store=REDIS",
      "  java -jar benchmarks.jar -h",
      "",
      "Colours and the line that is written over appear on a terminal only; NO_COLOR=1",
      "takes the colours away, TERM=dumb both. All output is UTF-8, whatever the locale."
    })
public final class Main implements Runnable {
  /** The commands whose ends differ so much that their help lists the exit codes. */
  private static final Set<String> TELLING = Set.of("run", "compare");

  private static final Set<String> OPTIONS = Set.of("--help", "--version", "-V");

  private final Console console;

  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // picocli acts on it
  @Option(names = "--help", usageHelp = true, description = "Show this help message and exit.")
  private boolean help;

  @SuppressWarnings("UnusedVariable") // picocli acts on it
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print version information and exit.")
  private boolean version;

  private Main(Console console) {
    this.console = console;
  }

  /** Runs the command line and exits. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // for JMH and picocli, which ask for it
    LastingOutput output = LastingOutput.standard();
    Console console = Console.standard(output, System.getenv());
    int code = run(List.of(args), console);
    System.exit(output.codeAfter(code, console));
  }

  /**
   * Runs the command line.
   *
   * @return the exit code
   */
  static int run(List<String> args, Console console) {
    List<String> words = args.isEmpty() ? List.of("run") : args;
    CommandLine commands = commands(console);
    if (isOurs(words.get(0), commands)) {
      return commands.execute(words.toArray(String[]::new));
    }
    return Failures.guard(console, () -> JmhCommand.run(words, commands, console));
  }

  /** Every command of ours, with what they all share. */
  static CommandLine commands(Console console) {
    CommandLine commands = new CommandLine(new Main(console));
    commands
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(Help.defaultColorScheme(console.outScreen().colour() ? Ansi.ON : Ansi.OFF))
        .registerConverter(Path.class, Main::path)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, args) -> Failures.usage(e, console))
        .setExecutionExceptionHandler((e, line, result) -> Failures.explain(e, console));
    tellExitCodes(commands);
    commands.getSubcommands().values().stream()
        .filter(command -> TELLING.contains(command.getCommandName()))
        .forEach(Main::tellExitCodes);
    return commands;
  }

  Console console() {
    return console;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(Failures.sentence(e));
    }
  }

  private static boolean isOurs(String word, CommandLine commands) {
    return commands.getSubcommands().containsKey(word) || OPTIONS.contains(word);
  }

  private static void tellExitCodes(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.table());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
