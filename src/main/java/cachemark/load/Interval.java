// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.store.FailureCause;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What was counted and timed in a span of time, all times in nanoseconds, right to three digits.
 * Not thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // places in arrays of this process, never stored
final class Interval {
  /** Longer times are recorded as this one. */
  static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);

  private static final int DIGITS = 3;

  /** From when a request was due to its answer; empty in a closed loop, where nothing is due. */
  final Histogram response = histogram();

  /** From when a request was sent to its answer. */
  final Histogram service = histogram();

  /** From when a request was due to when it was sent. */
  final Histogram lateness = histogram();

  private final long[] outcomes = new long[Outcome.values().length];
  private final Map<Route, Pair> routes = new EnumMap<>(Route.class);
  private final long[] effects = new long[Effect.values().length];
  private final long[] failures = new long[FailureCause.values().length];

  /** Whether no other follows, though there might be more of the measurement. */
  boolean last;

  /** Requests that were sent. */
  long sent;

  /** Those of them that were sent late. */
  long late;

  /** Those that were late, and for which every connection was busy when they were due. */
  long blocked;

  /** Those of them that were sent only after the measurement was over. */
  long overdue;

  /** Requests that were due and never sent. */
  long dropped;

  /** Response and service times of one way. */
  private record Pair(Histogram response, Histogram service) {}

  private static Histogram histogram() {
    return new Histogram(LONGEST_NANOS, DIGITS);
  }

  static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.max(0, Math.min(nanos, LONGEST_NANOS)));
  }

  void add(Outcome outcome) {
    outcomes[outcome.ordinal()]++;
  }

  void add(Effect effect, long count) {
    effects[effect.ordinal()] += count;
  }

  /** Where response times of this way are recorded. */
  Histogram response(Route route) {
    return pair(route).response;
  }

  /** Where service times of this way are recorded. */
  Histogram service(Route route) {
    return pair(route).service;
  }

  private Pair pair(Route route) {
    return routes.computeIfAbsent(route, any -> new Pair(histogram(), histogram()));
  }

  void add(FailureCause cause) {
    failures[cause.ordinal()]++;
  }

  long count(Outcome outcome) {
    return outcomes[outcome.ordinal()];
  }

  long count(Effect effect) {
    return effects[effect.ordinal()];
  }

  /** The times of every way that was gone. */
  Map<Route, RouteTimes> routes() {
    Map<Route, RouteTimes> times = new EnumMap<>(Route.class);
    routes.forEach(
        (route, pair) -> {
          if (pair.service.getTotalCount() > 0) {
            times.put(route, new RouteTimes(Times.of(pair.response), Times.of(pair.service)));
          }
        });
    return times;
  }

  long count(FailureCause cause) {
    return failures[cause.ordinal()];
  }

  /** Requests that were answered, whatever with. */
  long answered() {
    long all = 0;
    for (long count : outcomes) {
      all += count;
    }
    return all;
  }

  void add(Interval other) {
    response.add(other.response);
    service.add(other.service);
    lateness.add(other.lateness);
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] += other.outcomes[i];
    }
    other.routes.forEach(
        (route, pair) -> {
          response(route).add(pair.response);
          service(route).add(pair.service);
        });
    for (int i = 0; i < effects.length; i++) {
      effects[i] += other.effects[i];
    }
    for (int i = 0; i < failures.length; i++) {
      failures[i] += other.failures[i];
    }
    last |= other.last;
    sent += other.sent;
    late += other.late;
    blocked += other.blocked;
    overdue += other.overdue;
    dropped += other.dropped;
  }

  /** Forgets everything. */
  void clear() {
    response.reset();
    service.reset();
    lateness.reset();
    Arrays.fill(outcomes, 0);
    Arrays.fill(failures, 0);
    Arrays.fill(effects, 0);
    for (Pair pair : routes.values()) {
      pair.response.reset();
      pair.service.reset();
    }
    last = false;
    sent = 0;
    late = 0;
    blocked = 0;
    overdue = 0;
    dropped = 0;
  }
}
