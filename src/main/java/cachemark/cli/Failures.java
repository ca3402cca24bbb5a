// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.machine.LockException;
import cachemark.plan.PlanException;
import cachemark.result.ResultException;
import cachemark.run.Ending;
import cachemark.run.RunException;
import cachemark.server.ServerException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where what went wrong becomes a sentence and an exit code. */
final class Failures {
  private Failures() {}

  /** Runs {@code task}; what it throws becomes a sentence on {@code err}. */
  static int guard(PrintStream err, Callable<Integer> task) {
    try {
      return task.call();
    } catch (Exception e) {
      return explain(e, err);
    }
  }

  /** Explains what a command threw. Only a fault of cachemark's own shows where it happened. */
  static int explain(Exception e, PrintStream err) {
    Ending.requireNone();
    if (e instanceof PlanException) {
      err.println("error: " + e.getMessage());
      return ExitCode.USAGE.code();
    }
    if (e instanceof RunException
        || e instanceof LockException
        || e instanceof ServerException
        || e instanceof ResultException) {
      err.println("error: " + e.getMessage());
      return ExitCode.RUN_ERROR.code();
    }
    err.println("internal error, please report it:");
    e.printStackTrace(err);
    return ExitCode.RUN_ERROR.code();
  }

  /** Explains a command line that picocli does not understand. */
  static int usage(ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("error: " + e.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      err.printf(
          Locale.ROOT, "see \"%s --help\"%n", e.getCommandLine().getCommandSpec().qualifiedName());
    }
    return ExitCode.USAGE.code();
  }
}
