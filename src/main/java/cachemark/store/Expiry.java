// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.time.Duration;

/**
 * When a value ceases to exist, counted from its writing.
 *
 * @param seconds whole seconds from 1 to 30 days, or 0 for never
 */
public record Expiry(int seconds) {
  /** The value stays until it is deleted or evicted. */
  public static final Expiry NEVER = new Expiry(0);

  /** The most memcached takes as a span; larger numbers it reads as a date. */
  private static final int MAX_SECONDS = (int) Duration.ofDays(30).toSeconds();

  public Expiry {
    if (seconds < 0 || seconds > MAX_SECONDS) {
      throw new IllegalArgumentException(
          "expiry of " + seconds + " s is not between 0 (never) and " + MAX_SECONDS + " s");
    }
  }

  /** Expiry after {@code seconds}, from 1 to 2 592 000 (30 days). */
  public static Expiry afterSeconds(int seconds) {
    if (seconds == 0) {
      throw new IllegalArgumentException("expiry of 0 s: use NEVER for a value that stays");
    }
    return new Expiry(seconds);
  }

  /** Whether the value stays until it is deleted or evicted. */
  public boolean isNever() {
    return seconds == 0;
  }
}
