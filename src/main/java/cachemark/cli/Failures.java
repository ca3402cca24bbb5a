// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.compare.IncomparableException;
import cachemark.machine.LockException;
import cachemark.plan.Nearest;
import cachemark.plan.PlanException;
import cachemark.plan.PlanSource;
import cachemark.proxy.net.ProxyException;
import cachemark.result.ResultException;
import cachemark.run.Ending;
import cachemark.run.RunException;
import cachemark.server.ServerException;
import java.nio.file.InvalidPathException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where what went wrong becomes a sentence and an exit code. */
final class Failures {
  private Failures() {}

  /** Runs {@code task}; what it throws becomes a sentence on the console. */
  static int guard(Console console, Callable<Integer> task) {
    try {
      return task.call();
    } catch (Exception e) {
      return explain(e, console);
    }
  }

  /** Explains what a command threw. Only a fault of cachemark's own shows where it happened. */
  static int explain(Exception e, Console console) {
    Ending.requireNone();
    if (isForeseen(e)) {
      console.error(Discretion.of(sentence(e)));
    } else {
      console.err().println(console.errPaint().bad("internal error, please report it:"));
      e.printStackTrace(console.err());
    }
    return codeOf(e).code();
  }

  /** The exit code of a command that threw {@code e}. */
  static ExitCode codeOf(Exception e) {
    if (e instanceof IncomparableException) {
      return ExitCode.INCOMPARABLE;
    }
    return e instanceof PlanException || e instanceof InvalidPathException
        ? ExitCode.USAGE
        : ExitCode.RUN_ERROR;
  }

  /** What went wrong, in a sentence. */
  static String sentence(Exception e) {
    if (e instanceof InvalidPathException path) {
      return String.format(
          Locale.ROOT,
          "\"%s\" is no path here: %s; with LC_ALL=C.UTF-8 names may hold any letter",
          path.getInput(),
          path.getReason());
    }
    return isForeseen(e) ? String.valueOf(e.getMessage()) : "internal error: " + e;
  }

  private static boolean isForeseen(Exception e) {
    return e instanceof PlanException
        || e instanceof InvalidPathException
        || e instanceof RunException
        || e instanceof IncomparableException
        || e instanceof LockException
        || e instanceof ServerException
        || e instanceof ProxyException
        || e instanceof ResultException;
  }

  /** Explains a command line that picocli does not understand. */
  static int usage(ParameterException e, Console console) {
    console.error(Discretion.of(String.valueOf(e.getMessage())));
    String hint = e instanceof UnmatchedArgumentException unknown ? hint(unknown) : "";
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    console.err().println((hint.isEmpty() ? "see" : hint + " See") + " \"" + command + " --help\"");
    return ExitCode.USAGE.code();
  }

  private static String hint(UnmatchedArgumentException e) {
    String word = e.getUnmatched().isEmpty() ? "" : e.getUnmatched().get(0);
    if (word.startsWith("-")) {
      return didYouMean(nearestOption(word.replaceFirst("=.*", ""), options(e)));
    }
    boolean run = e.getCommandLine().getCommandName().equals("run");
    return run && PlanSource.PROFILES.contains(word) ? didYouMean("--profile " + word) : "";
  }

  /** An option that was begun and not ended is nearer than any other. */
  private static String nearestOption(String word, Collection<String> options) {
    return options.stream()
        .filter(option -> option.startsWith(word))
        .min(Comparator.naturalOrder())
        .orElseGet(() -> Nearest.to(word, options));
  }

  private static String didYouMean(String words) {
    return "did you mean \"" + words + "\"?";
  }

  private static Collection<String> options(ParameterException e) {
    return e.getCommandLine().getCommandSpec().options().stream()
        .flatMap(option -> List.of(option.names()).stream())
        .toList();
  }
}
