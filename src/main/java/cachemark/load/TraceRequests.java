// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The requests of a trace, each when the trace says, or as soon as somebody is free for it. */
final class TraceRequests implements Requests {
  private final Supplier<Traced> trace;
  private final boolean open;
  private final Window window;
  private @Nullable Traced next;
  private TraceTally tally = TraceTally.NOTHING;

  /**
   * Requests as they come out of {@code trace}, the last of which is its end.
   *
   * @param open whether they are due at the times that it says, from the start of the warm-up on
   */
  TraceRequests(Supplier<Traced> trace, boolean open, Window window) {
    this.trace = trace;
    this.open = open;
    this.window = window;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public long nextNanos(long now) {
    Traced coming = coming();
    if (coming.request() == null) {
      return Arrivals.NEVER;
    }
    if (!open) {
      return atOnce(now);
    }
    return coming.dueNanos() < window.toNanos() ? coming.dueNanos() : Arrivals.NEVER;
  }

  @Override
  public Errand take(long now) {
    Traced taken = coming();
    Request request = taken.request();
    if (request == null) {
      throw new IllegalStateException("nothing comes after the end of a trace");
    }
    next = null;
    tally = taken.tally();
    return new Errand(request, open ? taken.dueNanos() : atOnce(now));
  }

  /** A trace has an end, so none of it may be gone before the load has begun. */
  private static long atOnce(long now) {
    return Math.max(now, 0);
  }

  @Override
  public boolean isOver() {
    return next != null && next.request() == null;
  }

  /** How much has been taken. */
  TraceTally tally() {
    return tally;
  }

  private Traced coming() {
    Traced coming = next == null ? trace.get() : next;
    next = coming;
    if (coming.request() == null) {
      tally = coming.tally();
    }
    return coming;
  }
}
