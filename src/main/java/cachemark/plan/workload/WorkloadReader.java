// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import cachemark.plan.PlanException;
import cachemark.plan.PlanSource;

/** Reads plans of loads. */
public final class WorkloadReader {
  private WorkloadReader() {}

  /**
   * The plan that a text holds.
   *
   * @throws PlanException if it holds none; the message names source and line
   */
  public static WorkloadPlan read(PlanSource source) {
    return source.read(WorkloadPlan.class, new WorkloadShape());
  }
}
