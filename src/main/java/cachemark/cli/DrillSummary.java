// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.report.DrillTable;
import cachemark.result.drill.DrillRecord;
import java.io.PrintWriter;
import java.nio.file.Path;

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
      DrillTable table = DrillTable.of(drills, scenario);
      new TextTable(table.header(), table.rows()).print(out);
    }
    out.println();
    out.println("results  " + folder);
    out.println("report   " + page);
  }
}
