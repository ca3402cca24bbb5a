// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.run.JmhLine;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Everything that is not a command of ours: JMH's own command line. */
final class JmhCommand {
  private JmhCommand() {}

  static int run(
      List<String> words, Collection<String> commands, PrintStream out, PrintStream err) {
    int incomplete = new JmhLine(words, commands).run(out);
    if (incomplete == 0) {
      return ExitCode.OK.code();
    }
    err.printf(
        Locale.ROOT, "error: %d benchmarks brought no complete result; see above%n", incomplete);
    return ExitCode.INCOMPLETE.code();
  }
}
