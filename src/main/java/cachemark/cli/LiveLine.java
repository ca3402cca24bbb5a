// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.Trial;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import cachemark.run.RunListener;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * How a run is coming along: one line that is written over on a terminal, a line now and then
 * elsewhere. After Ctrl-C it says what was kept and how to go on.
 */
final class LiveLine implements RunListener {
  private static final int LINE_EVERY = 20;
  private static final int WIDTH = 79;

  private final PrintWriter out;
  private final boolean terminal = Terminal.shows(Terminal.OUT);
  private volatile Path folder = Path.of("");
  private volatile int done;
  private volatile boolean completed;
  private int of;
  private int failed;
  private String left = "";

  LiveLine(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void started(Path runFolder, int finished, int all, Duration expected) {
    folder = runFolder;
    done = finished;
    of = all;
    left = Clock.of(expected);
    out.printf(Locale.ROOT, "%d trials, about %s, into %s%n", all - finished, left, runFolder);
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "say-how-to-go-on"));
  }

  @Override
  public void trialStarted(Trial trial) {
    if (terminal) {
      show(
          String.format(
              Locale.ROOT, "%s  %s, round %d", state(), trial.cell().id(), trial.round()));
    }
  }

  @Override
  public void trialFinished(TrialRecord record, int finished, int all, Duration rest) {
    done = finished;
    left = Clock.of(rest);
    if (record.verdict() == Verdict.INVALID) {
      failed++;
    }
    if (finished == all && terminal) {
      show(state());
      out.println();
    } else if (!terminal && (finished % LINE_EVERY == 0 || finished == all)) {
      out.println(state());
    }
  }

  @Override
  public void completed() {
    completed = true;
  }

  private String state() {
    return String.format(
        Locale.ROOT, "%d of %d trials done, %d failed, %s left", done, of, failed, left);
  }

  private void show(String text) {
    String cut = text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
    out.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
    out.flush();
  }

  private void interrupted() {
    if (!completed && Files.exists(folder)) {
      out.printf(
          Locale.ROOT,
          "%nstopped: %d finished trials are kept; go on with"
              + " java -jar benchmarks.jar run --resume %s%n",
          done,
          quoted(folder.toString()));
    }
  }

  /** As a shell takes it. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
