// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

/**
 * The one thread on which everything happens, as the core sees it: its clocks, and what to do
 * later. A turn is what happens between two waits for the network.
 */
public interface Reactor {
  /** Monotonic, in nanoseconds. */
  long nanoTime();

  /** The time of day, in seconds since 1970. */
  long epochSeconds();

  /** Runs a task on this thread, once, in a later turn. */
  void schedule(long delayNanos, Runnable task);

  /** Runs a task when all that has arrived for this turn is dealt with. */
  void atEndOfTurn(Runnable task);
}
