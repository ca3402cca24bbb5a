// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.Aspect;

/**
 * Why two sides cannot be compared.
 *
 * @param aspect that they should share
 * @param fact that differs, as in {@code kernel}
 * @param base its value in BASE
 * @param next its value in NEW
 */
public record Difference(Aspect aspect, String fact, String base, String next) {
  /** The difference in words. */
  public String sentence() {
    return aspect.text() + ": " + fact + " is " + base + " in BASE, " + next + " in NEW";
  }
}
