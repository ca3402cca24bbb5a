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

  private static final String NONE = "none";

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
      throw new IllegalArgumentException("expiry of 0 s: use none for a value that stays");
    }
    return new Expiry(seconds);
  }

  /** Whether the value stays until it is deleted or evicted. */
  public boolean isNever() {
    return seconds == 0;
  }

  /**
   * Reads what {@link #text()} wrote: {@code none} or, as in {@code 60s}, whole seconds.
   *
   * @throws IllegalArgumentException if {@code text} is neither
   */
  public static Expiry parse(String text) {
    if (text.equals(NONE)) {
      return NEVER;
    }
    String digits = text.endsWith("s") ? text.substring(0, text.length() - 1) : "";
    try {
      return afterSeconds(Integer.parseInt(digits));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"none\" or whole seconds as in \"60s\" are needed", e);
    }
  }

  /** {@code none} or, as in {@code 60s}, whole seconds. */
  public String text() {
    return isNever() ? NONE : seconds + "s";
  }
}
