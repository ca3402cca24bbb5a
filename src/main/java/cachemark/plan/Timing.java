// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

/**
 * How long one fork takes.
 *
 * @param warmupMillis warm-up before the first measured iteration, 0 or more
 * @param iterations measured iterations, 1 or more
 * @param iterationMillis length of each, 1 or more; a batch is as long as it is
 */
public record Timing(int warmupMillis, int iterations, int iterationMillis) {
  public Timing {
    PlanException.require(
        warmupMillis >= 0, "warmupMillis is %d; it cannot be below 0", warmupMillis);
    PlanException.require(iterations >= 1, "iterations is %d; at least 1 is needed", iterations);
    PlanException.require(
        iterationMillis >= 1, "iterationMillis is %d; at least 1 is needed", iterationMillis);
  }
}
