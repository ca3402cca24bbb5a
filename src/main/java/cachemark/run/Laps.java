// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

/** Tells how long one thing after the other took. Not thread-safe. */
final class Laps {
  private long beganNanos = System.nanoTime();

  /** Milliseconds since the last call, or since this was made. */
  long millis() {
    long now = System.nanoTime();
    long millis = (now - beganNanos) / 1_000_000;
    beganNanos = now;
    return millis;
  }
}
