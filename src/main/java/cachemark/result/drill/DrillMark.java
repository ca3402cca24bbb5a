// SPDX-License-Identifier: Apache-2.0
package cachemark.result.drill;

import java.util.Objects;

/**
 * Something that happened in a drill.
 *
 * @param atMillis since the first operation was due
 * @param kind {@code AWAY} if a server was taken away, {@code BACK} if it was brought back, {@code
 *     OWN} if the subject did something by itself
 * @param words as in {@code primary 1 killed}
 */
public record DrillMark(long atMillis, Kind kind, String words) {
  /** Who did what. */
  public enum Kind {
    AWAY,
    BACK,
    OWN
  }

  public DrillMark {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(words, "words");
  }
}
