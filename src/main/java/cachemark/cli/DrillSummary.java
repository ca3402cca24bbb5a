// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.report.DrillTable;
import cachemark.result.drill.DrillRecord;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Says what drills have found. */
final class DrillSummary {
  private final DrillRecord drills;
  private final PrintWriter out;

  DrillSummary(DrillRecord drills, PrintWriter out) {
    this.drills = drills;
    this.out = out;
  }

  void print(Path folder, Path page) {
    for (String scenario : drills.scenarios()) {
      out.println();
      out.println(scenario);
      table(DrillTable.of(drills, scenario));
    }
    out.println();
    out.println("results  " + folder);
    out.println("report   " + page);
  }

  private void table(DrillTable table) {
    List<String> header = table.header();
    int[] widths = new int[header.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              header.get(i).length(),
              table.rows().stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
    line(header, widths);
    table.rows().forEach(row -> line(row, widths));
  }

  private void line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String sign = i == 0 ? "-" : "";
      line.append(String.format(Locale.ROOT, "%" + sign + widths[i] + "s  ", cells.get(i)));
    }
    out.println(line.toString().stripTrailing());
  }
}
