// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * A table of plain text, its first column to the left and the others to the right.
 *
 * @param header a word for each column
 * @param rows a word for each column
 */
record TextTable(List<String> header, List<List<String>> rows) {
  void print(PrintWriter out) {
    int[] widths = new int[header.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              header.get(i).length(),
              rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
    out.println(line(header, widths));
    rows.forEach(row -> out.println(line(row, widths)));
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String sign = i == 0 ? "-" : "";
      line.append(String.format(Locale.ROOT, "%" + sign + widths[i] + "s  ", cells.get(i)));
    }
    return line.toString().stripTrailing();
  }
}
