// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

/**
 * One fork to run: a cell in a round.
 *
 * @param cell what is measured
 * @param round 1 or more
 * @param arm under which label
 * @param timing how long
 */
public record Trial(Cell cell, int round, Arm arm, Timing timing) {
  /** A trial of the cell itself. */
  public Trial(Cell cell, int round, Timing timing) {
    this(cell, round, Arm.MAIN, timing);
  }

  /** A name that no other trial of a run has. */
  public String id() {
    return cell.id() + " r" + round + arm.suffix();
  }
}
