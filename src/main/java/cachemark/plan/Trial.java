// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.util.EnumSet;
import java.util.Set;

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

  /**
   * This trial as a fork that takes turns does it: a batch cannot be cut, anything else is {@link
   * Timing#sliced}.
   */
  public Trial sliced() {
    return cell.mode() == Mode.BATCH ? this : new Trial(cell, round, arm, timing.sliced());
  }

  /** Whether both are the same cell in the same round, of which one is the base of the other. */
  public boolean isRivalOf(Trial other) {
    return cell.equals(other.cell)
        && round == other.round
        && Set.of(Arm.MAIN, Arm.BASE).equals(EnumSet.of(arm, other.arm));
  }

  /** A name that no other trial of a run has. */
  public String id() {
    return cell.id() + " r" + round + arm.suffix();
  }
}
