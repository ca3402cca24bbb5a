// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.figure.Digits;
import cachemark.report.html.CostRow;
import cachemark.report.html.CostRow.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The costs of cells as bars. */
final class CostRows {
  private static final double MUCH = 1.2;

  private final List<CellCosts> cells;
  private final Map<String, Double> longest;

  CostRows(List<CellCosts> cells) {
    this.cells = List.copyOf(cells);
    this.longest =
        cells.stream()
            .collect(
                Collectors.toMap(cell -> CellLabel.group(cell.cell()), CostRows::all, Math::max));
  }

  List<CostRow> rows() {
    return cells.stream().map(this::row).toList();
  }

  private CostRow row(CellCosts cell) {
    List<Part> parts = new ArrayList<>();
    double scale = longest.getOrDefault(CellLabel.group(cell.cell()), 1.0);
    add("client", cell.clientMicros(), scale, parts);
    add("server", cell.serverMicros(), scale, parts);
    add("database", cell.databaseMicros(), scale, parts);
    add("proxy", cell.proxyMicros(), scale, parts);
    return new CostRow(
        CellLabel.of(cell.cell()),
        parts,
        most(cell.clientToServers()),
        CostSection.others(cell).map(CostSection::number).toList(),
        CellTraits.of(cell.cell()));
  }

  private static void add(String side, double micros, double scale, List<Part> parts) {
    if (micros > 0) {
      parts.add(
          new Part(side, Digits.significant(micros), Math.round(1_000 * micros / scale) / 10.0));
    }
  }

  private static String most(double clientToServers) {
    if (Double.isNaN(clientToServers)) {
      return "not known";
    }
    if (clientToServers > MUCH) {
      return "the client";
    }
    return clientToServers < 1 / MUCH ? "the servers" : "both alike";
  }

  private static double all(CellCosts cell) {
    return known(cell.clientMicros())
        + known(cell.serverMicros())
        + known(cell.databaseMicros())
        + known(cell.proxyMicros());
  }

  private static double known(double micros) {
    return Double.isNaN(micros) ? 0 : micros;
  }
}
