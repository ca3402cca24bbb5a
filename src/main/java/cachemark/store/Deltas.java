// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/** The rule every step of a counter obeys, so that all stores take the same ones. */
public final class Deltas {
  private Deltas() {}

  /**
   * Refuses a step backwards, which not every server can take.
   *
   * @throws IllegalArgumentException if {@code delta} is below 0
   */
  public static void requireValid(long delta) {
    if (delta < 0) {
      throw new IllegalArgumentException("a counter cannot be incremented by " + delta);
    }
  }
}
