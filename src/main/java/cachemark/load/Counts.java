// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.store.FailureCause;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many requests came to which end. In an open loop every request that is due is sent or
 * dropped; every one that is sent is answered or fails.
 *
 * @param sent requests
 * @param late of them, a millisecond or more after they were due
 * @param blocked of them, since every connection was busy when they were due
 * @param overdue of them, only after the measurement was over
 * @param dropped requests that were due and never sent
 * @param hits gets answered by the right value, or rightly by none of a row that there is not
 * @param misses gets answered by none
 * @param stored sets
 * @param notStored sets that the server did not do, and called that no error
 * @param removed removals of a key from a cache
 * @param wrongBytes gets answered by a value that is not the key's
 * @param failures requests that failed, by cause; none where there were none
 * @param effects what requests to a table did on their way, those that failed too; none where there
 *     were none
 */
public record Counts(
    long sent,
    long late,
    long blocked,
    long overdue,
    long dropped,
    long hits,
    long misses,
    long stored,
    long notStored,
    long removed,
    long wrongBytes,
    Map<FailureCause, Long> failures,
    Map<Effect, Long> effects) {
  public Counts {
    effects = Collections.unmodifiableMap(new TreeMap<>(effects));
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
  }

  static Counts of(Interval interval) {
    Map<FailureCause, Long> failures = new TreeMap<>();
    for (FailureCause cause : FailureCause.values()) {
      if (interval.count(cause) > 0) {
        failures.put(cause, interval.count(cause));
      }
    }
    return new Counts(
        interval.sent,
        interval.late,
        interval.blocked,
        interval.overdue,
        interval.dropped,
        interval.count(Outcome.HIT),
        interval.count(Outcome.MISS),
        interval.count(Outcome.STORED),
        interval.count(Outcome.NOT_STORED),
        interval.count(Outcome.REMOVED),
        interval.count(Outcome.WRONG_BYTES),
        failures,
        effects(interval));
  }

  private static Map<Effect, Long> effects(Interval interval) {
    Map<Effect, Long> effects = new TreeMap<>();
    for (Effect effect : Effect.values()) {
      if (interval.count(effect) > 0) {
        effects.put(effect, interval.count(effect));
      }
    }
    return effects;
  }

  /** How often requests did this on their way. */
  public long count(Effect effect) {
    return effects.getOrDefault(effect, 0L);
  }

  /** Requests that were answered. */
  public long answered() {
    return hits + misses + stored + notStored + removed + wrongBytes;
  }

  /** Requests that failed. */
  public long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }
}
