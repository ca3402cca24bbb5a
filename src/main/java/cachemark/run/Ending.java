// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import java.time.Duration;

/**
 * The end of this process, once it has begun: after Ctrl-C, servers and forks end in any order, and
 * what then seems to go wrong is no result and no fault to be told of.
 */
public final class Ending {
  private Ending() {}

  /** Returns if this process goes on; never returns once it is ending. */
  public static void requireNone() {
    while (hasBegun()) {
      try {
        Thread.sleep(Duration.ofSeconds(1).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether the virtual machine is shutting down, which it tells only to new hooks. */
  private static boolean hasBegun() {
    Thread probe = new Thread(() -> {}, "probe");
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
