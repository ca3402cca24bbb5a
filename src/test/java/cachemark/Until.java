// SPDX-License-Identifier: Apache-2.0
package cachemark;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what another process does. */
public final class Until {
  private static final int PAUSE_MILLIS = 20;

  private Until() {}

  /** Returns once {@code condition} holds; fails after {@code limit}, saying {@code what}. */
  public static void holds(String what, Duration limit, Callable<Boolean> condition)
      throws Exception {
    holds(() -> what, limit, condition);
  }

  /** The same, with words that are found only when it fails. */
  public static void holds(Callable<String> what, Duration limit, Callable<Boolean> condition)
      throws Exception {
    long deadlineNanos = System.nanoTime() + limit.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadlineNanos) {
        throw new AssertionError("not within " + limit.toSeconds() + " s: " + what.call());
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
