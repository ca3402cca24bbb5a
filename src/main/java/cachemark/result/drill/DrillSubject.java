// SPDX-License-Identifier: Apache-2.0
package cachemark.result.drill;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is drilled.
 *
 * @param id as on the command line
 * @param label in charts
 * @param about it in a phrase
 * @param primaries servers that share the keys
 * @param backups servers that are to hold what a primary holds
 * @param leftOut why it was not drilled, in a sentence, or null if it was
 */
public record DrillSubject(
    String id, String label, String about, int primaries, int backups, @Nullable String leftOut) {
  public DrillSubject {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(about, "about");
  }
}
