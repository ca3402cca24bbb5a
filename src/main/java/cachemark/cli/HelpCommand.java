// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.Nearest;
import cachemark.plan.PlanException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code help}: what {@code --help} says, of everything or of one command. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    description = "Say what a command does and takes.",
    footer = {"", "Example:", "  java -jar benchmarks.jar help run"})
final class HelpCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND",
      completionCandidates = Names.class,
      description = "Of which; all if not given.")
  private @Nullable String command;

  /** The commands, for completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(Main.class.getAnnotation(Command.class).subcommands())
          .map(type -> type.getAnnotation(Command.class).name())
          .iterator();
    }
  }

  @Override
  public void run() {
    CommandLine all = spec.root().commandLine();
    CommandLine asked = command == null ? all : all.getSubcommands().get(command);
    if (asked == null) {
      Set<String> names = all.getSubcommands().keySet();
      throw new PlanException(
          String.format(
              Locale.ROOT,
              "unknown command \"%s\": %s",
              command,
              Nearest.hint(String.valueOf(command), names)));
    }
    asked.usage(spec.commandLine().getOut());
  }
}
