// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a load came to.
 *
 * @param plan of it
 * @param counts of all requests
 * @param response from when a request was due to its answer; of an open loop only
 * @param service from when a request was sent to its answer
 * @param lateness from when a request was due to when it was sent; of an open loop only
 * @param routes times of requests to a table by the way they went; only those that any went
 * @param seconds it took, in order
 * @param cpuNanos that the loading threads spent, or -1 if that is not known
 * @param asked what servers were asked, in the warm-up too, by the names of their counters
 * @param unanswered requests of which nobody knows how far they came
 * @param staleness of what was read, or null where no table was loaded
 * @param measuredNanos for how long was measured: as long as was asked for, or until a trace ended
 * @param trace how much of one was replayed, or null where there is none
 * @param complaint what was wrong about the last answer that was none, or an error; else empty
 */
public record LoadResult(
    LoadPlan plan,
    Counts counts,
    Times response,
    Times service,
    Times lateness,
    Map<Route, RouteTimes> routes,
    List<LoadSecond> seconds,
    long cpuNanos,
    Map<String, Long> asked,
    long unanswered,
    @Nullable Staleness staleness,
    long measuredNanos,
    @Nullable TraceTally trace,
    String complaint) {
  public LoadResult {
    routes = Map.copyOf(routes);
    seconds = List.copyOf(seconds);
    asked = Collections.unmodifiableMap(new TreeMap<>(asked));
  }

  /** Requests that were sent within the measurement, per second. */
  public double sentPerSecond() {
    return perSecond(counts.sent() - counts.overdue());
  }

  /** Requests that were answered, per second of the measurement. */
  public double answeredPerSecond() {
    return perSecond(counts.answered());
  }

  private double perSecond(long count) {
    return count * 1e9 / measuredNanos;
  }
}
