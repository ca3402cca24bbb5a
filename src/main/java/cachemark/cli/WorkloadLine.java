// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.workload.LoadCell;
import cachemark.result.Verdict;
import cachemark.result.load.LoadStep;
import cachemark.run.WorkloadListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How a workload is coming along: one line that is written over on a terminal, a line now and then
 * elsewhere, none where it is quiet.
 */
final class WorkloadLine extends Progress implements WorkloadListener {
  private static final long LINE_EVERY_NANOS = Duration.ofSeconds(30).toNanos();

  private final Screen screen;
  private final LongSupplier nanoTime;
  private long begunNanos;
  private long toldNanos;
  private int done;
  private int all;
  private int invalid;

  /** A line on {@code out}, which goes to {@code screen}. */
  WorkloadLine(PrintWriter out, Screen screen, boolean quiet, LongSupplier nanoTime) {
    super(out, quiet);
    this.screen = screen;
    this.nanoTime = nanoTime;
  }

  @Override
  public void loadBegun(LoadCell cell, int round, int number, int of) {
    if (number == 1) {
      begunNanos = nanoTime.getAsLong();
      toldNanos = begunNanos;
    }
    done = number - 1;
    all = of;
    if (screen.terminal() && !quiet) {
      show(screen, String.format(Locale.ROOT, "%s  round %d, %s", state(), round, cell.id()));
    }
  }

  @Override
  public void loadEnded(LoadCell cell, LoadStep step) {
    done++;
    invalid += step.verdict() == Verdict.INVALID ? 1 : 0;
    boolean last = done == all;
    if (quiet) {
      return;
    }
    if (screen.terminal() && last) {
      show(screen, state());
      out.println();
    } else if (!screen.terminal() && (last || isDue())) {
      toldNanos = nanoTime.getAsLong();
      out.println(state());
    }
  }

  private boolean isDue() {
    return nanoTime.getAsLong() - toldNanos >= LINE_EVERY_NANOS;
  }

  /** Loads that are to come are taken to last as long as those that are over. */
  private String state() {
    Duration spent = Duration.ofNanos(nanoTime.getAsLong() - begunNanos);
    String left =
        done == 0 || done == all
            ? ""
            : ", about " + Clock.of(spent.multipliedBy(all - done).dividedBy(done)) + " left";
    return String.format(
        Locale.ROOT, "%d of %d loads done, %d invalid%s", done, all, invalid, left);
  }
}
