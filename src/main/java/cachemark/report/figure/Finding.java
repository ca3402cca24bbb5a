// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import java.util.List;

/**
 * What a figure says, as far as its data support it.
 *
 * @param statements the answer in phrases, the weightiest first; empty where the data give none
 * @param detail the ratios with their intervals, or why there are none
 * @param contrasts the same ratios as numbers; empty where there are none
 */
public record Finding(List<String> statements, String detail, List<Contrast> contrasts) {
  public Finding {
    statements = List.copyOf(statements);
    contrasts = List.copyOf(contrasts);
  }

  /** One without ratios. */
  public Finding(List<String> statements, String detail) {
    this(statements, detail, List.of());
  }

  /** The whole answer on one line; empty where there is none. */
  public String headline() {
    return String.join("; ", statements);
  }

  /** This finding with {@code words} after its detail. */
  public Finding and(String words) {
    return new Finding(statements, detail + words, contrasts);
  }
}
