// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/**
 * When a thread's requests are due, one after the other, whatever becomes of those before. Not
 * thread-safe.
 */
final class Arrivals {
  /** When nothing is due any more. */
  static final long NEVER = Long.MAX_VALUE;

  private final Spacing.Places places;
  private final Rate rate;
  private final Window window;
  private long nextNanos;

  Arrivals(Spacing.Places places, Rate rate, Window window) {
    this.places = places;
    this.rate = rate;
    this.window = window;
    this.nextNanos = due();
  }

  /** When the next request is due, {@link #NEVER} after the last. */
  long nextNanos() {
    return nextNanos;
  }

  /** Goes on to the request after; returns when the one before was due. */
  long take() {
    long taken = nextNanos;
    nextNanos = due();
    return taken;
  }

  private long due() {
    long due = rate.nanosAt(places.next(), window);
    return due < window.toNanos() ? due : NEVER;
  }
}
