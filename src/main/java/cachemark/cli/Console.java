// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command line's words go. They are UTF-8 whatever the locale, so that the same command
 * writes the same bytes everywhere.
 *
 * @param out for results
 * @param err for errors
 * @param outScreen what {@code out} goes to
 * @param errScreen what {@code err} goes to
 */
record Console(PrintStream out, PrintStream err, Screen outScreen, Screen errScreen) {
  private static final int OUT = 1;
  private static final int ERR = 2;

  /** This process's own streams, which {@link System#out} and {@link System#err} then are too. */
  static Console standard(LastingOutput output, Map<String, String> environment) {
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.setOut(out);
    System.setErr(err);
    return new Console(out, err, Screen.of(OUT, environment), Screen.of(ERR, environment));
  }

  /** Streams that go to no terminal. */
  static Console plain(PrintStream out, PrintStream err) {
    return new Console(out, err, Screen.NONE, Screen.NONE);
  }

  /** The console of the command line that a command was given on. */
  static Console of(CommandSpec command) {
    return ((Main) command.root().userObject()).console();
  }

  Paint outPaint() {
    return new Paint(outScreen.colour());
  }

  Paint errPaint() {
    return new Paint(errScreen.colour());
  }

  /** Says in one sentence why something cannot be done. */
  void error(String sentence) {
    err.println(errPaint().bad("error:") + " " + sentence);
  }
}
