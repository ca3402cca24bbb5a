// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.run.JmhLine;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Everything that is not a command of ours: JMH's own command line, and which servers it gets. */
@Command
final class JmhCommand {
  @Mixin private ServerOptions servers;

  private JmhCommand() {}

  static int run(
      List<String> words, Collection<String> commands, PrintStream out, PrintStream err) {
    JmhCommand own = new JmhCommand();
    List<String> ofJmh =
        new CommandLine(own)
            .setUnmatchedArgumentsAllowed(true)
            .setExpandAtFiles(false)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .parseArgs(words.toArray(String[]::new))
            .unmatched();
    int incomplete = new JmhLine(ofJmh, commands, own.servers.choice(), err::println).run(out);
    if (incomplete == 0) {
      return ExitCode.OK.code();
    }
    err.printf(
        Locale.ROOT, "error: %d benchmarks brought no complete result; see above%n", incomplete);
    return ExitCode.INCOMPLETE.code();
  }
}
