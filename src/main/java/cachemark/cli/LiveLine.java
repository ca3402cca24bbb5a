// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.Trial;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import cachemark.run.RunListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How a run is coming along: one line that is written over on a terminal, a line now and then
 * elsewhere, none where it is quiet. After Ctrl-C it says what was kept and how to go on.
 */
final class LiveLine extends Progress implements RunListener {
  private static final long LINE_EVERY_NANOS = Duration.ofSeconds(30).toNanos();

  private final Screen screen;
  private final LongSupplier nanoTime;
  private volatile int done;
  private volatile boolean completed;
  private int of;
  private int failed;
  private String left = "";
  private long toldNanos;

  /** A line on {@code out}, which goes to {@code screen}. */
  LiveLine(PrintWriter out, Screen screen, boolean quiet, LongSupplier nanoTime) {
    super(out, quiet);
    this.screen = screen;
    this.nanoTime = nanoTime;
  }

  @Override
  public void started(Path runFolder, int finished, int all, Duration expected) {
    begun(runFolder);
    done = finished;
    of = all;
    left = Clock.of(expected);
    toldNanos = nanoTime.getAsLong();
    if (!quiet) {
      out.printf(Locale.ROOT, "%d trials, about %s, into %s%n", all - finished, left, runFolder);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "say-how-to-go-on"));
  }

  @Override
  public void trialStarted(Trial trial) {
    if (isWrittenOver()) {
      show(
          screen,
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
    if (isWrittenOver() && finished == all) {
      show(screen, state());
      out.println();
    } else if (!quiet && !screen.terminal() && (finished == all || isDue())) {
      toldNanos = nanoTime.getAsLong();
      out.println(state());
    }
  }

  @Override
  public void completed() {
    completed = true;
  }

  private boolean isWrittenOver() {
    return screen.terminal() && !quiet;
  }

  private boolean isDue() {
    return nanoTime.getAsLong() - toldNanos >= LINE_EVERY_NANOS;
  }

  private String state() {
    return String.format(
        Locale.ROOT, "%d of %d trials done, %d failed, %s left", done, of, failed, left);
  }

  private void interrupted() {
    if (!completed) {
      folder().ifPresent(this::sayHowToGoOn);
    }
  }

  private void sayHowToGoOn(Path begun) {
    out.printf(
        Locale.ROOT,
        "%sstopped: %d finished trials are kept; go on with"
            + " java -jar benchmarks.jar run --resume %s%n",
        quiet ? "" : System.lineSeparator(),
        done,
        quoted(begun.toString()));
  }

  /** As a shell takes it. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
