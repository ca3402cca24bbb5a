// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.time.Duration;

/**
 * How long a client waits before it gives up; no wait is unbounded.
 *
 * @param connect for a connection to be accepted, 1 ms or more
 * @param answer for the answer to one operation, 1 ms or more
 */
public record Timeouts(Duration connect, Duration answer) {
  /** Long enough that only a server in trouble exceeds it. */
  public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(5));

  public Timeouts {
    requireAtLeastOneMilli("connect", connect);
    requireAtLeastOneMilli("answer", answer);
  }

  private static void requireAtLeastOneMilli(String name, Duration value) {
    if (value.toMillis() < 1) {
      throw new IllegalArgumentException(name + " timeout " + value + " is below 1 ms");
    }
  }
}
