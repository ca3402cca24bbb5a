// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The records of a trace with the time at which each is due. Looks ahead as far as the end of the
 * second, but not over more than some megabytes: a second with more than that is spread less evenly
 * towards its end. Not thread-safe.
 */
public final class PacedTrace {
  private static final int LOOK_AHEAD_BYTES = 1 << 24;
  private static final int NO_LOOK_AHEAD_BYTES = 1 << 16;

  private final TraceReader reader;
  private final @Nullable TracePace pace;
  private long lastSecond;
  private long dueNanos;

  private PacedTrace(TraceReader reader, @Nullable TracePace pace) {
    this.reader = reader;
    this.pace = pace;
  }

  /**
   * Records that are due at {@code speed} times the pace at which they were recorded.
   *
   * @param in text of the trace as {@link TraceReader} takes it
   * @param speed above 0; 1 is the pace of the trace itself
   */
  public static PacedTrace atSpeed(InputStream in, double speed) {
    return atSpeed(in, speed, LOOK_AHEAD_BYTES);
  }

  static PacedTrace atSpeed(InputStream in, double speed, int lookAheadBytes) {
    return new PacedTrace(new TraceReader(in, lookAheadBytes), new TracePace(speed));
  }

  /** Records that are due at once: as fast as it goes. */
  public static PacedTrace atOnce(InputStream in) {
    return new PacedTrace(new TraceReader(in, NO_LOOK_AHEAD_BYTES), null);
  }

  /**
   * Goes on to the next record; false if there is none.
   *
   * @throws TraceException if the next line is none, or is of an earlier time than the one before
   *     it although times matter
   */
  public boolean next() {
    if (!reader.next()) {
      return false;
    }
    if (pace != null) {
      dueNanos = due(pace);
    }
    return true;
  }

  private long due(TracePace paced) {
    long second = reader.seconds();
    if (second < lastSecond) {
      throw new TraceException(
          reader.line(),
          "time " + second + " is before " + lastSecond + ", that of an earlier line");
    }
    if (second > lastSecond || paced.isTaken()) {
      int following = reader.followingInSecond();
      boolean whole = following >= 0;
      paced.open(second, 1 + (whole ? following : -1 - following), whole);
    }
    lastSecond = second;
    return paced.take();
  }

  /** The present record. */
  public TraceReader record() {
    return reader;
  }

  /** When the present record is due, in nanoseconds after the first; 0 for all that go at once. */
  public long dueNanos() {
    return dueNanos;
  }
}
