// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a loading thread does: over connections that never block it does all by itself, over those
 * that do it leads others. For that one thread.
 */
interface Work extends Closeable {
  /** Makes the work of a thread. */
  interface Maker {
    /**
     * The work, not connected.
     *
     * @param seconds is handed every second that is over, in order, and returns an empty one
     */
    Work with(UnaryOperator<Interval> seconds) throws IOException;
  }

  /**
   * What is known when all is over.
   *
   * @param cpuNanos that was spent on the measurement, or -1 if that is not known
   * @param asked what was asked of servers, in the warm-up too, by the names of their counters
   * @param unanswered requests of which nobody knows how far they came
   * @param complaint what was wrong about the server, if anything was; else empty
   * @param staleness of what was read, or null where that is not looked at
   * @param measuredNanos for how long was measured
   * @param trace how much of one was replayed, or null where there is none
   */
  record Ending(
      long cpuNanos,
      Map<String, Long> asked,
      long unanswered,
      String complaint,
      @Nullable Staleness staleness,
      long measuredNanos,
      @Nullable TraceTally trace) {}

  /**
   * Connects all.
   *
   * @throws IOException if one cannot be connected in time
   */
  void connect() throws IOException;

  /** Loads from then on, a reading of {@link System#nanoTime}, until the end or an interrupt. */
  void run(long startNanos) throws IOException;

  /** Once it has run. */
  Ending ending();
}
