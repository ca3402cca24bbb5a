// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A desk, connections that block and a table which are nothing but numbers: time goes from one
 * event to the next, as in {@link FakeWorld}.
 */
final class BlockingWorld {
  final List<Interval> seconds = new ArrayList<>();

  /** For how long was measured. */
  long measuredNanos;

  private final LongUnaryOperator answered;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::atNanos).thenComparing(Event::order));
  private final Trail trail = new Trail();
  private int order;

  /** A request that is sent then, or answered. */
  private record Event(long atNanos, int order, Errand errand, boolean isAnswer) {}

  /** A world whose table answers at {@code answered} of the time when it was asked. */
  BlockingWorld(LongUnaryOperator answered) {
    this.answered = answered;
    trail.begin(Request.Kind.READ);
    trail.hit();
  }

  /** Runs a load of reads to its end; returns all of it. */
  Interval run(Window window, @Nullable Arrivals arrivals, int connections) {
    return run(window, new MixedRequests(arrivals, new Mix(1, 1, 1)), connections);
  }

  /** The same of any requests. */
  Interval run(Window window, Requests requests, int connections) {
    Recorder recorder =
        new Recorder(
            window,
            requests.isOpen(),
            done -> {
              seconds.add(done);
              return new Interval();
            });
    Desk desk = new Desk(window, requests, recorder, connections);
    for (int i = 0; i < connections; i++) {
      free(desk, 0);
    }
    long now = 0;
    while (!events.isEmpty() && events.peek().atNanos() < window.endNanos()) {
      Event event = events.poll();
      now = event.atNanos();
      happen(desk, event);
    }
    desk.finish(desk.isDone(now) ? now : window.endNanos());
    measuredNanos = desk.measuredNanos();
    Interval total = new Interval();
    seconds.forEach(total::add);
    return total;
  }

  private void happen(Desk desk, Event event) {
    long now = event.atNanos();
    if (event.isAnswer()) {
      desk.answered(event.errand(), Outcome.HIT, trail, now);
      free(desk, now);
    } else {
      desk.sent(event.errand(), now);
      events.add(new Event(answered.applyAsLong(now), order++, event.errand(), true));
    }
  }

  private void free(Desk desk, long now) {
    Errand errand = desk.next(now);
    if (errand != null) {
      events.add(new Event(Math.max(now, errand.dueNanos()), order++, errand, false));
    }
  }
}
