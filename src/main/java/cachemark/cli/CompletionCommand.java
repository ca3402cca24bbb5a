// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.PlanException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code completion}: a script that makes a shell complete the words of this command line. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Print a script for bash and zsh that completes commands, options and their values.",
      "A shell completes by a program's name, and \"java -jar benchmarks.jar\" is java's: so the"
          + " script also makes a function that calls this jar, unless there is such a command"
          + " already."
    },
    footer = {
      "",
      "One line in ~/.bashrc or, after compinit, in ~/.zshrc:",
      "  source <(java -jar /path/to/benchmarks.jar completion)",
      "and from the next shell on:",
      "  cachemark run --pro<TAB>",
      "",
      "A file makes new shells start faster:",
      "  java -jar benchmarks.jar completion > ~/.cachemark-completion",
      "with this line instead: source ~/.cachemark-completion"
    })
final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--name",
      paramLabel = "WORD",
      defaultValue = "cachemark",
      description = "Name of the function (default: ${DEFAULT-VALUE}).")
  private String name = "cachemark";

  @Override
  public void run() {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
      throw new PlanException(
          String.format(Locale.ROOT, "\"%s\" cannot name a function of a shell", name));
    }
    String jar = "'" + jar().toString().replace("'", "'\\''") + "'";
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s%ntype %s >/dev/null 2>&1 || %s() { java -jar %s \"$@\"; }%n",
            AutoComplete.bash(name, spec.root().commandLine()).stripTrailing(),
            name,
            name,
            jar);
  }

  /** The jar that is running, or the folder of its classes. */
  private static Path jar() {
    try {
      return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
