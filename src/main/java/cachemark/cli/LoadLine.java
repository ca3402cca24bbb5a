// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.load.Counts;
import cachemark.load.Effect;
import cachemark.load.LoadPlan;
import cachemark.load.LoadSecond;
import cachemark.load.Rate;
import cachemark.load.Times;
import cachemark.load.Trace;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTrace;
import cachemark.run.LoadListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How a load is coming along: one line that is written over every second on a terminal, a line now
 * and then elsewhere, none where it is quiet.
 */
final class LoadLine extends Progress implements LoadListener {
  private static final long LINE_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

  private final Screen screen;
  private final LongSupplier nanoTime;
  private long toldNanos;

  LoadLine(PrintWriter out, Screen screen, boolean quiet, LongSupplier nanoTime) {
    super(out, quiet);
    this.screen = screen;
    this.nanoTime = nanoTime;
  }

  @Override
  public void stepBegun(LoadPlan plan) {
    toldNanos = nanoTime.getAsLong();
    if (quiet) {
      return;
    }
    String words =
        String.format(
            Locale.ROOT, "%s, about %s", pace(plan), Clock.of(plan.warmup().plus(plan.duration())));
    if (screen.terminal()) {
      show(screen, words + "  warming up");
    } else {
      out.println(words);
    }
  }

  @Override
  public void second(LoadPlan plan, LoadSecond second, int of) {
    if (quiet) {
      return;
    }
    String words = words(plan, second, of);
    if (screen.terminal()) {
      show(screen, words);
    } else if (nanoTime.getAsLong() - toldNanos >= LINE_EVERY_NANOS) {
      toldNanos = nanoTime.getAsLong();
      out.println(words);
    }
  }

  @Override
  public void stepEnded(LoadStep step) {
    if (screen.terminal() && !quiet) {
      show(screen, "");
      out.print("\r");
      out.flush();
    }
  }

  private static String pace(LoadPlan plan) {
    Rate rate = plan.rate();
    Trace trace = plan.trace();
    if (trace != null) {
      return new LoadTrace(trace.name(), trace.speed()).words();
    }
    if (rate == null) {
      return "closed loop";
    }
    return rate.isRamp()
        ? String.format(Locale.ROOT, "%,.0f to %,.0f/s", rate.fromPerSecond(), rate.toPerSecond())
        : String.format(Locale.ROOT, "%,.0f/s", rate.fromPerSecond());
  }

  private static String words(LoadPlan plan, LoadSecond second, int of) {
    Times times = plan.isOpen() ? second.response() : second.service();
    return String.format(
        Locale.ROOT,
        "%d of %d s  %,d/s  %s p50 %s  p99 %s  longest %s%s%s",
        second.number() + 1,
        of,
        second.counts().answered(),
        plan.isOpen() ? "response" : "service",
        LoadSummary.time(times.p50Nanos()),
        LoadSummary.time(times.p99Nanos()),
        LoadSummary.time(times.maxNanos()),
        found(second.counts()),
        second.counts().failed() == 0 ? "" : "  failed " + second.counts().failed());
  }

  /** How many of the look-ups in a cache in front of a table found their value. */
  private static String found(Counts counts) {
    long hits = counts.count(Effect.CACHE_HIT);
    long all = hits + counts.count(Effect.CACHE_MISS);
    return all == 0 ? "" : String.format(Locale.ROOT, "  hit ratio %.1f %%", 100.0 * hits / all);
  }
}
