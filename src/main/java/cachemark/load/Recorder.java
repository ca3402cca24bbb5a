// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.store.FailureCause;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Counts and times the requests of one thread, a second at a time.
 *
 * <p>A request belongs to the measurement if it was due in it; in a closed loop it is due when it
 * is sent. It is counted in the second in which it came to its end, or in the last one. One that
 * failed is counted by its cause; where it failed for want of an answer, or was never sent, what it
 * had waited until then is recorded as well, so that nothing slow is left out. Not thread-safe.
 */
final class Recorder {
  /** A request that is sent this much after it was due, or more, is late. */
  static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private static final Effect[] EFFECTS = Effect.values();

  private final Window window;
  private final boolean open;
  private final UnaryOperator<Interval> seconds;

  /** What is not measured goes the same way, or the first second would pay for compiling it. */
  private final Interval unmeasured = new Interval();

  private Interval current = new Interval();
  private long nextSecondNanos;

  /**
   * A recorder.
   *
   * @param open whether requests are due at times of their own
   * @param seconds is handed every second that is over, in order, and returns an empty one
   */
  Recorder(Window window, boolean open, UnaryOperator<Interval> seconds) {
    this.window = window;
    this.open = open;
    this.seconds = seconds;
    this.nextSecondNanos = window.fromNanos() + SECOND;
  }

  /** How many seconds a measurement is handed over in; the last may be shorter. */
  static int seconds(Window window) {
    return (int) ((window.toNanos() - window.fromNanos() + SECOND - 1) / SECOND);
  }

  void sent(long due, long sent, boolean blocked) {
    Interval into = of(due);
    into.sent++;
    into.overdue += sent >= window.toNanos() ? 1 : 0;
    if (open) {
      Interval.record(into.lateness, sent - due);
      if (sent - due >= LATE_NANOS) {
        into.late++;
        into.blocked += blocked ? 1 : 0;
      }
    }
  }

  void answered(Outcome outcome, long due, long sent, long now) {
    Interval into = of(due);
    into.add(outcome);
    time(into, due, sent, now);
  }

  /** The same of a request that went this way. */
  void answered(Outcome outcome, Route route, long due, long sent, long now) {
    answered(outcome, due, sent, now);
    Interval into = of(due);
    Interval.record(into.service(route), now - sent);
    if (open) {
      Interval.record(into.response(route), now - due);
    }
  }

  /** What a request did on its way, whatever its end. */
  void went(Trail trail, long due) {
    Interval into = of(due);
    for (Effect effect : EFFECTS) {
      into.add(effect, trail.count(effect));
    }
  }

  void failed(FailureCause cause, long due, long sent, long now) {
    Interval into = of(due);
    into.add(cause);
    if (cause == FailureCause.ANSWER_TIMEOUT) {
      time(into, due, sent, now);
    }
  }

  void dropped(long due, long now) {
    Interval into = of(due);
    into.dropped++;
    Interval.record(into.response, now - due);
  }

  /** Hands over the seconds that are over by now. */
  void tick(long now) {
    while (now >= nextSecondNanos && nextSecondNanos < window.toNanos()) {
      handOver();
      nextSecondNanos += SECOND;
    }
  }

  /** Hands over what is left, the last second in any case. */
  void finish(long now) {
    finishEarly(Math.max(now, window.toNanos()));
  }

  /** Hands over what is left of a measurement that was over then; what is left is the last. */
  void finishEarly(long now) {
    tick(now);
    current.last = true;
    handOver();
  }

  private void handOver() {
    current = seconds.apply(current);
  }

  private Interval of(long due) {
    return window.has(due) ? current : unmeasured;
  }

  private void time(Interval into, long due, long sent, long now) {
    Interval.record(into.service, now - sent);
    if (open) {
      Interval.record(into.response, now - due);
    }
  }
}
