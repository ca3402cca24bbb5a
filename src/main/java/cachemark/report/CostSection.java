// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.report.figure.Digits;
import cachemark.result.TrialRecord;
import cachemark.stats.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What one operation of each cell costs either side; nothing where no trial tells. */
final class CostSection {
  private static final String UNKNOWN = "–";

  private static final List<String> HEADER =
      List.of(
          "Cell",
          "Client CPU, µs",
          "Server CPU, µs",
          "Database CPU, µs",
          "Proxy CPU, µs",
          "On the wire, B",
          "Context switches",
          "Client allocates, B",
          "GC, % of time");

  private final List<CellCosts> cells;

  CostSection(List<TrialRecord> trials) {
    this.cells = CellCosts.of(trials);
  }

  /** The section; nothing where there is nothing to say. */
  List<Block> blocks() {
    if (cells.isEmpty()) {
      return List.of();
    }
    Stream<Block> always =
        Stream.of(
            new Block.Heading(2, "Where the time goes"),
            new Block.Paragraph(
                "Per operation, which is one request: the median over the rounds of what the"
                    + " measured iterations cost. Context switches are those of all threads of"
                    + " client and servers; bytes on the wire go in both directions, to cache and"
                    + " database."),
            new Block.Table("lrrrrrrrr", HEADER, cells.stream().map(CostSection::row).toList()));
    Stream<Block> told = Stream.of(words()).filter(w -> !w.isEmpty()).map(Block.Paragraph::new);
    return Stream.concat(always, told).toList();
  }

  /** Every cell that tells what it costs. */
  List<CellCosts> cells() {
    return cells;
  }

  private static List<String> row(CellCosts cell) {
    return Stream.concat(
            Stream.of(cell.cell().id()),
            Stream.concat(
                    Stream.of(
                        cell.clientMicros(),
                        cell.serverMicros(),
                        cell.databaseMicros(),
                        cell.proxyMicros()),
                    others(cell))
                .map(CostSection::number))
        .toList();
  }

  /** What is no CPU time, in the order of the table. */
  static Stream<Double> others(CellCosts cell) {
    return Stream.of(cell.wireBytes(), cell.switches(), cell.allocatedBytes(), cell.gcPercent());
  }

  static String number(double value) {
    return Double.isNaN(value) ? UNKNOWN : Digits.significant(value);
  }

  /** Which side spends more CPU time, where both are known; else nothing. */
  String words() {
    double[] ratios =
        cells.stream()
            .mapToDouble(CellCosts::clientToServers)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return Summary.of(ratios).map(all -> sentence(ratios, all.median())).orElse("");
  }

  private static String sentence(double[] ratios, double median) {
    long client = Arrays.stream(ratios).filter(ratio -> ratio > 1).count();
    boolean more = median >= 1;
    return String.format(
        Locale.ROOT,
        "The client spends more CPU time than its servers in %d of %d cells; in the middle one"
            + " the %s %s times as much.",
        client,
        ratios.length,
        more ? "client spends" : "servers spend",
        Digits.factor(more ? median : 1 / median));
  }
}
