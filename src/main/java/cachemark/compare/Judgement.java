// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import java.util.Locale;

/** What can be said of the speed of a cell, worst first. */
public enum Judgement {
  /** Measured again, and slower for certain. */
  SLOWER,
  /** Measured again, and faster for certain. */
  FASTER,
  /** Looks slower; to be measured again before anybody acts on it. */
  SUSPECTED_SLOWER,
  /** Looks faster; to be measured again before anybody acts on it. */
  SUSPECTED_FASTER,
  /** No difference seen, but the rounds differ so much that a large one could hide. */
  UNSTABLE,
  /** Too few rounds to say anything. */
  TOO_FEW,
  /** No difference beyond the threshold and what this machine cannot tell apart. */
  WITHIN_NOISE;

  /** The judgement in words. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether it waits for fresh measurements. */
  public boolean isSuspicion() {
    return this == SUSPECTED_SLOWER || this == SUSPECTED_FASTER;
  }
}
