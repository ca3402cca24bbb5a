// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.plan.Cell;
import java.util.Set;
import java.util.stream.Collectors;

/** The name of a cell as people read it: what speaks for itself without its axis. */
final class CellLabel {
  private static final Set<String> NUMBERS =
      Set.of(
          "operations",
          "keys",
          "elements",
          "valueBytes",
          "pipeline",
          "openConnections",
          "megabytes",
          "ttl",
          "index",
          "durability");

  private CellLabel() {}

  static String of(Cell cell) {
    String values =
        cell.params().entrySet().stream()
            .map(
                param ->
                    NUMBERS.contains(param.getKey())
                        ? param.getKey() + " " + param.getValue()
                        : param.getValue())
            .collect(Collectors.joining(" · "));
    String threads = cell.threads() == 1 ? "1 thread" : cell.threads() + " threads";
    return String.join(" · ", group(cell), values.isEmpty() ? threads : threads + " · " + values);
  }

  /** What cells have in common that can be compared at a glance. */
  static String group(Cell cell) {
    return cell.experiment()
        + " "
        + cell.variant().text()
        + " "
        + cell.method()
        + " "
        + cell.mode().text();
  }
}
