// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

/**
 * When the records of a trace are due, if they are replayed at so many times the pace at which they
 * were recorded. A trace says in which second a record came and no more; the records of a second
 * are spread over it evenly, the first at its beginning. Not thread-safe.
 *
 * <p>Records are told in blocks: how many of one second are known to follow each other, and whether
 * these are all. If more may come, the block has half of what is left of the second, so that no
 * record is due before one that came before it.
 */
final class TracePace {
  private static final double NANOS_PER_SECOND = 1e9;

  private final double nanosPerSecond;
  private long origin = -1;
  private long second;
  private double from; // parts of the second
  private double until;
  private int records;
  private int taken;
  private long dueNanos;

  /** The pace of {@code speed} seconds of the trace in one; above 0. */
  TracePace(double speed) {
    if (!(speed > 0 && speed < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a speed of " + speed + " is not above 0 and finite");
    }
    this.nanosPerSecond = NANOS_PER_SECOND / speed;
  }

  /** Whether every record of the present block has been taken. */
  boolean isTaken() {
    return taken == records;
  }

  /**
   * Goes on to a block of records.
   *
   * @param of the second they are of; not less than that of the block before
   * @param count how many they are, 1 or more
   * @param whole whether no more of this second follow
   */
  void open(long of, int count, boolean whole) {
    if (origin < 0) {
      origin = of;
    }
    from = of == second ? until : 0;
    until = whole ? 1 : (from + 1) / 2;
    second = of;
    records = count;
    taken = 0;
  }

  /** When the block's next record is due, in nanoseconds after the first of all. */
  long take() {
    double part = from + (until - from) * taken / records;
    long computed = (long) ((second - origin) * nanosPerSecond + part * nanosPerSecond);
    dueNanos = Math.max(dueNanos, computed); // rounding goes either way
    taken++;
    return dueNanos;
  }
}
