// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.run.Ending;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The options that say how much a command tells, and in which form. */
final class Voice {
  @Option(
      names = {"-q", "--quiet"},
      description = "No progress: only errors, and the summary at the end.")
  private boolean quiet;

  @Option(
      names = "--json",
      description =
          "The summary as one JSON object on standard output, also after an error; everything else"
              + " goes to standard error.")
  private boolean json;

  boolean isJson() {
    return json;
  }

  boolean isQuiet() {
    return quiet;
  }

  /** Where words for people go. */
  PrintWriter aside(Console console) {
    return new PrintWriter(json ? console.err() : console.out(), true, StandardCharsets.UTF_8);
  }

  /** The screen that {@link #aside} is read on. */
  Screen screen(Console console) {
    return json ? console.errScreen() : console.outScreen();
  }

  /** The colours of that screen. */
  Paint paint(Console console) {
    return new Paint(screen(console).colour());
  }

  /**
   * Prints what {@code work} answers if JSON is asked for, and returns its exit code.
   *
   * @param begun folder of the run that is told of where {@code work} throws, if there is one
   */
  int answering(Console console, Supplier<Optional<Path>> begun, Supplier<Answer> work) {
    try {
      return print(work.get(), console);
    } catch (RuntimeException e) {
      Ending.requireNone();
      if (json) {
        print(Answer.failed(e, begun.get().orElse(null)), console);
      }
      throw e;
    }
  }

  private int print(Answer answer, Console console) {
    if (json) {
      console.out().print(answer.json());
    }
    return answer.code().code();
  }
}
