// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What came of every operation of a drill, by the tenth of a second in which it came. Thread-safe.
 * All times are since the first operation was due.
 */
public final class Timeline {
  /** Length of a moment. */
  public static final long MOMENT_MILLIS = 100;

  /** For so long nothing may be amiss for a subject to count as recovered. */
  public static final long CLEAN_MILLIS = 1_000;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final List<Map<Outcome, Integer>> moments = new ArrayList<>();
  private final List<Long> responseNanos = new ArrayList<>();
  private long lastGoodNanos;
  private long longestNanos;

  /** A timeline of a drill of so many milliseconds; what comes later lengthens it. */
  public Timeline(long millis) {
    grow((int) ((millis + MOMENT_MILLIS - 1) / MOMENT_MILLIS));
  }

  /** Takes down what came of an operation that was due at one time and over at another. */
  public synchronized void add(Outcome outcome, long dueNanos, long nowNanos) {
    int moment = (int) (nowNanos / NANOS_PER_MILLI / MOMENT_MILLIS);
    grow(moment + 1);
    moments.get(moment).merge(outcome, 1, Integer::sum);
    if (outcome.isAnswer()) {
      responseNanos.add(nowNanos - dueNanos);
    }
    if (outcome.isGood()) {
      end(nowNanos);
    }
  }

  /** Ends it: what is silent until then has been silent for so long. */
  public synchronized void finish(long nowNanos) {
    end(nowNanos);
  }

  private void end(long nowNanos) {
    longestNanos = Math.max(longestNanos, nowNanos - lastGoodNanos);
    lastGoodNanos = Math.max(lastGoodNanos, nowNanos);
  }

  /** What each tenth of a second saw. */
  public synchronized List<Map<Outcome, Integer>> moments() {
    return moments.stream().map(Collections::unmodifiableMap).toList();
  }

  /** How many operations came to that. */
  public synchronized long count(Outcome outcome) {
    return moments.stream().mapToLong(moment -> moment.getOrDefault(outcome, 0)).sum();
  }

  /** The longest time in which nothing succeeded. */
  public synchronized long longestSilenceMillis() {
    return longestNanos / NANOS_PER_MILLI;
  }

  /** So many milliseconds lie in moments in which something was amiss. */
  public synchronized long amissMillis() {
    return MOMENT_MILLIS * moments.stream().filter(Timeline::isAmiss).count();
  }

  /** A quantile of the times from when an operation was due to its answer; 0 without any. */
  public synchronized long responseNanos(double quantile) {
    long[] sorted = responseNanos.stream().mapToLong(Long::longValue).sorted().toArray();
    int rank = (int) Math.ceil(quantile * sorted.length);
    return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)];
  }

  /**
   * How long it took from {@code fromMillis} until nothing was amiss for {@link #CLEAN_MILLIS};
   * empty if that did not come within the drill. It is right to the length of a moment.
   */
  public synchronized OptionalLong recovered(long fromMillis) {
    int needed = (int) (CLEAN_MILLIS / MOMENT_MILLIS);
    int first = (int) (fromMillis / MOMENT_MILLIS);
    int clean = 0;
    for (int i = first; i < moments.size(); i++) {
      clean = isClean(moments.get(i)) ? clean + 1 : 0;
      if (clean == needed) {
        long began = (i + 1 - needed) * MOMENT_MILLIS;
        return OptionalLong.of(Math.max(0, began - fromMillis));
      }
    }
    return OptionalLong.empty();
  }

  private static boolean isAmiss(Map<Outcome, Integer> moment) {
    return moment.keySet().stream().anyMatch(outcome -> !outcome.isGood());
  }

  /** A moment in which nothing happens is no good sign. */
  private static boolean isClean(Map<Outcome, Integer> moment) {
    return !isAmiss(moment) && !moment.isEmpty();
  }

  private void grow(int size) {
    while (moments.size() < size) {
      moments.add(new EnumMap<>(Outcome.class));
    }
  }

  @Override
  public synchronized String toString() {
    return Arrays.toString(moments.toArray());
  }
}
