// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

/** Reads plans of experiments. */
public final class PlanReader {
  private PlanReader() {}

  /**
   * The plan of a profile.
   *
   * @throws PlanException with the nearest name if there is no such profile
   */
  public static Plan profile(String name) {
    return read(PlanSource.profile(name));
  }

  /**
   * The plan that a text holds.
   *
   * @throws PlanException if it holds none; the message names source and line
   */
  public static Plan read(PlanSource source) {
    return source.read(Plan.class, new ExperimentShape());
  }
}
