// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import java.util.List;

/**
 * What an operation of a cell costs.
 *
 * @param cell its name
 * @param parts CPU time of each side
 * @param limits which side limits, in a word or two
 * @param more the other costs, in the order of {@link #MORE}
 * @param traits to find it by
 */
public record CostRow(
    String cell, List<Part> parts, String limits, List<String> more, Traits traits) {
  /** What the other costs are. */
  public static final List<String> MORE =
      List.of("On the wire, B", "Context switches", "Client allocates, B", "GC, % of time");

  /**
   * A part of the bar.
   *
   * @param side client, server, database or proxy
   * @param micros per operation, in digits
   * @param percent of the longest bar of its kind
   */
  public record Part(String side, String micros, double percent) {}

  public CostRow {
    parts = List.copyOf(parts);
    more = List.copyOf(more);
  }
}
