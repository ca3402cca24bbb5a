// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.util.List;

/**
 * What a load came to.
 *
 * @param plan of it
 * @param counts of all requests
 * @param response from when a request was due to its answer; of an open loop only
 * @param service from when a request was sent to its answer
 * @param lateness from when a request was due to when it was sent; of an open loop only
 * @param seconds it took, in order
 * @param cpuNanos that the loading threads spent, or -1 if that is not known
 * @param gets that were sent, in the warm-up too
 * @param sets that were sent, in the warm-up too
 * @param unanswered of both: their connection was gone before
 * @param complaint what was wrong about the last answer that was none, or an error; else empty
 */
public record LoadResult(
    LoadPlan plan,
    Counts counts,
    Times response,
    Times service,
    Times lateness,
    List<LoadSecond> seconds,
    long cpuNanos,
    long gets,
    long sets,
    long unanswered,
    String complaint) {
  public LoadResult {
    seconds = List.copyOf(seconds);
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
    return count * 1e9 / plan.duration().toNanos();
  }
}
