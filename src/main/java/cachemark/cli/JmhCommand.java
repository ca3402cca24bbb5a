// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.Nearest;
import cachemark.plan.PlanException;
import cachemark.run.JmhLine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Everything that is not a command of ours: JMH's own command line, and which servers it gets. */
@Command
final class JmhCommand {
  @Mixin private ServerOptions servers;

  private JmhCommand() {}

  static int run(List<String> words, CommandLine commands, Console console) {
    JmhCommand own = new JmhCommand();
    List<String> ofJmh = withoutOwn(words, own);
    requireNoOptionOfOurs(ofJmh.isEmpty() ? words.get(0) : ofJmh.get(0), commands);
    JmhLine line =
        new JmhLine(
            ofJmh,
            commands.getSubcommands().keySet(),
            own.servers.choice(),
            console.err()::println);
    int incomplete = line.run(console.out());
    if (incomplete == 0) {
      return ExitCode.OK.code();
    }
    console.error(
        String.format(
            Locale.ROOT, "%d benchmarks brought no complete result; see above", incomplete));
    return ExitCode.INCOMPLETE.code();
  }

  /** Reads the options of {@code own} out of {@code words} and returns the others. */
  private static List<String> withoutOwn(List<String> words, JmhCommand own) {
    try {
      return new CommandLine(own)
          .setUnmatchedArgumentsAllowed(true)
          .setExpandAtFiles(false)
          .parseArgs(words.toArray(String[]::new))
          .unmatched();
    } catch (ParameterException e) {
      throw new PlanException(String.valueOf(e.getMessage()));
    }
  }

  /** JMH has no long options, so one in front was meant for a command that was left out. */
  private static void requireNoOptionOfOurs(String word, CommandLine commands) {
    if (!word.startsWith("--")) {
      return;
    }
    Map<String, String> commandByOption = new TreeMap<>();
    commands
        .getSubcommands()
        .forEach(
            (name, command) ->
                command.getCommandSpec().optionsMap().keySet().stream()
                    .filter(option -> option.startsWith("--"))
                    .forEach(option -> commandByOption.putIfAbsent(option, name)));
    String option = word.replaceFirst("=.*", "");
    String nearest = Nearest.to(option, commandByOption.keySet());
    throw new PlanException(
        String.format(
            Locale.ROOT,
            "unknown option %s: did you mean \"%s %s\"? Options of JMH have one dash; see -h",
            option,
            commandByOption.get(nearest),
            nearest));
  }
}
