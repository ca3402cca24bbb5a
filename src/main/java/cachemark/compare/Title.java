// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import java.util.Locale;

/**
 * What is compared, in names.
 *
 * @param kind of comparison
 * @param base name of BASE
 * @param next name of NEW
 * @param axis along which; empty unless {@link Kind#ALONG}
 */
public record Title(Kind kind, String base, String next, String axis) {
  /** How two sides come about. */
  public enum Kind {
    /** Two runs. */
    RUNS,
    /** Two labels in the rounds of one run. */
    ARMS,
    /** Two values of an axis in one run. */
    ALONG;

    /** The name in results. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is compared, in a line. */
  public String text() {
    return switch (kind) {
      case RUNS -> next + " against " + base;
      case ARMS -> next + " against " + base + ", in the same rounds";
      case ALONG -> next + " along " + axis + ", each value against " + base;
    };
  }
}
