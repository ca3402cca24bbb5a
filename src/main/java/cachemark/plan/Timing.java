// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How long one fork takes.
 *
 * @param warmupMillis warm-up before the first measured iteration, from 0 to an hour
 * @param iterations measured iterations, from 1 to 10000
 * @param iterationMillis length of each, from 1 to an hour; a batch is as long as it is
 */
public record Timing(
    @JsonProperty(required = true) int warmupMillis,
    @JsonProperty(required = true) int iterations,
    @JsonProperty(required = true) int iterationMillis) {
  private static final int MAX_MILLIS = 3_600_000;
  private static final int MAX_ITERATIONS = 10_000;
  private static final int SLICE_MILLIS = 100;

  public Timing {
    PlanException.requireWithin("warmupMillis", warmupMillis, 0, MAX_MILLIS);
    PlanException.requireWithin("iterations", iterations, 1, MAX_ITERATIONS);
    PlanException.requireWithin("iterationMillis", iterationMillis, 1, MAX_MILLIS);
  }

  /**
   * As much time in iterations of a tenth of a second, for forks that take turns: the shorter a
   * turn, the less the machine changes between two of them.
   */
  public Timing sliced() {
    int slices = Math.round((float) iterations * iterationMillis / SLICE_MILLIS);
    return slices <= iterations || slices > MAX_ITERATIONS
        ? this
        : new Timing(warmupMillis, slices, SLICE_MILLIS);
  }
}
