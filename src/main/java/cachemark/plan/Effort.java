// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is spent on a cell in every round.
 *
 * @param timing of each fork
 * @param arms labels under which it is measured, a fork each
 */
public record Effort(Timing timing, Set<Arm> arms) {
  public Effort {
    arms = Collections.unmodifiableSet(EnumSet.copyOf(arms));
  }

  /** One fork for the cell itself. */
  public Effort(Timing timing) {
    this(timing, EnumSet.of(Arm.MAIN));
  }

  /** This effort, and a fork under one more label. */
  public Effort and(Arm arm) {
    Set<Arm> more = EnumSet.of(arm);
    more.addAll(arms);
    return new Effort(timing, more);
  }
}
