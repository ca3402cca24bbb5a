// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.store.FailureCause;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which connection carries which request, and what comes of it, where connections block and each
 * has a thread. Knows no threads and no clock: time is handed in.
 *
 * <p>In an open loop requests are taken in the order in which they are due, by whichever connection
 * is free; one that is free early waits until its request is due, so that none waits while a
 * connection is idle. What is late, blocked or dropped is what {@link Dispatcher} calls so.
 * Thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // places in an array of this process, never stored
final class Desk {
  private static final Effect[] EFFECTS = Effect.values();

  /** Who uses a lease looks for it first. */
  private static final Set<Effect> LOOKED_UP_AND_FOUND =
      EnumSet.of(
          Effect.CACHE_HIT,
          Effect.CACHE_ABSENCE,
          Effect.CACHE_LEASED,
          Effect.LEASE_FILLED,
          Effect.LEASE_LOST,
          Effect.LEASE_OVERTAKEN);

  private static final Set<Effect> LOOKED_UP_IN_VAIN =
      EnumSet.of(Effect.CACHE_MISS, Effect.LEASE_GONE);

  /** As servers count it: whether the value was taken or not. */
  private static final Set<Effect> STORED =
      EnumSet.of(
          Effect.CACHE_FILL,
          Effect.CACHE_FILL_REFUSED,
          Effect.CACHE_SET,
          Effect.LEASE_TAKEN,
          Effect.LEASE_DENIED,
          Effect.LEASE_OVERTAKEN);

  private final Window window;
  private final Requests requests;
  private final Recorder recorder;
  private final int connections;
  private final Set<Errand> taken = Collections.newSetFromMap(new IdentityHashMap<>());
  private final long[] effects = new long[EFFECTS.length];
  private int underWay;

  /** When the last connection was given a request, while nothing else was due. */
  private long emptiedNanos;

  /** When the first connection was free again after that. */
  private long freedNanos;

  /** Whether something has been waiting for a connection ever since {@link #emptiedNanos}. */
  private boolean behind;

  private long selects;
  private long updates;
  private long failed;
  private String complaint = "";
  private long endedNanos;
  private boolean over;

  /** A desk that has all of these requests to give away. */
  Desk(Window window, Requests requests, Recorder recorder, int connections) {
    this.window = window;
    this.requests = requests;
    this.recorder = recorder;
    this.connections = connections;
  }

  /** Whether requests are due at times of their own. */
  boolean isOpen() {
    return requests.isOpen();
  }

  /** Whether a request is part of the measurement. */
  boolean isMeasured(Errand errand) {
    return window.has(errand.dueNanos());
  }

  /** What a connection that is free carries next, once it is due; null if nothing any more. */
  synchronized @Nullable Errand next(long now) {
    if (over || now >= window.endNanos()) {
      return null;
    }
    long due = requests.nextNanos(now);
    if (due >= window.toNanos()) {
      return null;
    }
    if (requests.isOpen()) {
      behind &= due <= now;
    }
    Errand errand = requests.take(now);
    taken.add(errand);
    return errand;
  }

  /** It is on its way. */
  synchronized void sent(Errand errand, long now) {
    if (over) {
      return;
    }
    long due = errand.dueNanos();
    recorder.tick(now);
    recorder.sent(due, now, due > emptiedNanos && due < freedNanos);
    errand.sentAt(now);
    underWay++;
    if (underWay == connections && !behind) {
      emptiedNanos = now;
      behind = true;
    }
  }

  /** It was answered, and its connection is free. */
  synchronized void answered(Errand errand, Outcome outcome, Trail trail, long now) {
    if (end(errand, trail, now)) {
      recorder.answered(outcome, trail.route(), errand.dueNanos(), errand.sentNanos(), now);
    }
  }

  /** It failed, and its connection is free. */
  synchronized void failed(Errand errand, FailureCause cause, String words, Trail trail, long now) {
    if (end(errand, trail, now)) {
      failed++;
      complaint = complaint.isEmpty() ? words : complaint;
      recorder.failed(cause, errand.dueNanos(), errand.sentNanos(), now);
    }
  }

  /** Hands over the seconds that are over by now. */
  synchronized void tick(long now) {
    recorder.tick(now);
  }

  /** Whether everything was sent and answered, or nothing is waited for any more. */
  synchronized boolean isDone(long now) {
    return now >= window.endNanos()
        || isOverEarly()
        || (now >= window.toNanos() && taken.isEmpty() && !isAnythingDue(now));
  }

  /** Whether everything was sent and answered, and no more will ever come. */
  private boolean isOverEarly() {
    return requests.isOver() && taken.isEmpty() && endedNanos < window.toNanos();
  }

  /** For how long was measured, once it is finished. */
  synchronized long measuredNanos() {
    long to = isOverEarly() ? endedNanos : window.toNanos();
    return Math.max(0, to - window.fromNanos());
  }

  /** Ends it: what was not answered has failed, what was not sent is dropped. */
  synchronized void finish(long now) {
    over = true;
    for (Errand errand : taken) {
      if (errand.isSent()) {
        failed++;
        recorder.failed(FailureCause.ANSWER_TIMEOUT, errand.dueNanos(), errand.sentNanos(), now);
      } else {
        recorder.dropped(errand.dueNanos(), now);
      }
    }
    while (isAnythingDue(now)) {
      recorder.dropped(requests.take(now).dueNanos(), now);
    }
    if (isOverEarly()) {
      recorder.finishEarly(endedNanos);
    } else {
      recorder.finish(now);
    }
  }

  /** What cache and table were asked since the start, by the names of their counters. */
  synchronized Map<String, Long> asked() {
    Map<String, Long> asked = new TreeMap<>();
    long hits = effects(LOOKED_UP_AND_FOUND);
    asked.put("gets", hits + effects(LOOKED_UP_IN_VAIN));
    asked.put("hits", hits);
    asked.put("sets", effects(STORED));
    asked.put("databaseSelects", selects);
    asked.put("databaseUpdates", updates);
    return asked;
  }

  /** Requests since the start that failed; how far they came nobody knows. */
  synchronized long unanswered() {
    return failed;
  }

  /** Why the first request failed that did; else empty. */
  synchronized String complaint() {
    return complaint;
  }

  private boolean isAnythingDue(long now) {
    return requests.isOpen() && requests.nextNanos(now) != Arrivals.NEVER;
  }

  private long effects(Set<Effect> of) {
    return of.stream().mapToLong(effect -> effects[effect.ordinal()]).sum();
  }

  /** Frees the connection; returns whether that still counts. */
  private boolean end(Errand errand, Trail trail, long now) {
    if (over) {
      return false;
    }
    if (underWay == connections) {
      freedNanos = now;
    }
    underWay--;
    endedNanos = now;
    taken.remove(errand);
    recorder.tick(now);
    recorder.went(trail, errand.dueNanos());
    for (Effect effect : EFFECTS) {
      effects[effect.ordinal()] += trail.count(effect);
    }
    long missing = trail.count(Effect.ROW_MISSING);
    selects += trail.count(Effect.ROW_FOUND) + (trail.isRead() ? missing : 0);
    updates += trail.count(Effect.ROW_UPDATED) + (trail.isRead() ? 0 : missing);
    return true;
  }
}
