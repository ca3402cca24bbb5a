// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.workload.trace.TraceException;
import cachemark.workload.trace.TraceReader;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A look through a trace before it is replayed: is it one, how long are the values of its rows, how
 * long does it last. Goes as far as the replay will, and not beyond {@value #MOST_RECORDS} records.
 * Not thread-safe.
 */
final class TraceSurvey {
  private static final int MOST_RECORDS = 10_000_000;

  /** What has begun with so many lines that are no records is no trace. */
  private static final int MOST_FAULTS_AT_FIRST = 1_000;

  private static final double NANOS_PER_SECOND = 1e9;

  private final @Nullable Double speed;
  private final TraceRows rows;
  private final Duration span;
  private long records;
  private long firstSecond;
  private long lastSecond;
  private boolean ended;
  private String firstFault = "";

  /** A survey that makes {@code rows} what they are before the replay. */
  TraceSurvey(@Nullable Double speed, TraceRows rows, Duration span) {
    this.speed = speed;
    this.rows = rows;
    this.span = span;
  }

  /** Looks through all that is to be looked through. */
  void read(TraceReader trace) {
    int faults = 0;
    while (records < MOST_RECORDS && (records > 0 || faults < MOST_FAULTS_AT_FIRST)) {
      try {
        if (!trace.next()) {
          ended = true;
          return;
        }
        if (!take(trace)) {
          return;
        }
      } catch (TraceException e) {
        faults++;
        firstFault = firstFault.isEmpty() ? String.valueOf(e.getMessage()) : firstFault;
      }
    }
  }

  /** Learns from a record; returns whether the next one may be replayed, too. */
  private boolean take(TraceReader record) {
    firstSecond = records == 0 ? record.seconds() : firstSecond;
    lastSecond = Math.max(records == 0 ? 0 : lastSecond, record.seconds());
    if (speed != null && nanosTo(lastSecond) >= span.toNanos()) {
      return false;
    }
    records++;
    rows.learn(record);
    return true;
  }

  private double nanosTo(long second) {
    return speed == null ? 0 : (second - firstSecond) * NANOS_PER_SECOND / speed;
  }

  /** Why it is no trace; empty if it is one. */
  Optional<String> fault() {
    if (records > 0) {
      return Optional.empty();
    }
    return Optional.of(firstFault.isEmpty() ? "it is empty" : firstFault);
  }

  /** How long it lasts, if it has a pace and was read to its end; else null. */
  @Nullable Duration length() {
    return speed == null || !ended ? null : Duration.ofNanos((long) nanosTo(lastSecond + 1));
  }

  TraceRows rows() {
    return rows;
  }
}
