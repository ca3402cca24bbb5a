// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/** The requests to a table, one after the other, and when each is due. Not thread-safe. */
interface Requests {
  /** Whether they are due at times of their own. */
  boolean isOpen();

  /**
   * When the next request is due, {@link Arrivals#NEVER} after the last; now if none is due at a
   * time of its own.
   */
  long nextNanos(long now);

  /** Goes on to the request after; returns the one before. */
  Errand take(long now);

  /** Whether they have come to an end by themselves, before that of the measurement. */
  boolean isOver();
}
