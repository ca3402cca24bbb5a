// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.plan.Cell;
import cachemark.report.block.Block;
import cachemark.report.catalogue.Costs;
import cachemark.report.figure.Digits;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import cachemark.stats.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What one operation of each cell costs either side; nothing where no trial tells. */
final class CostSection {
  private static final String UNKNOWN = "–";

  private static final List<String> HEADER =
      List.of(
          "Cell",
          "Client CPU, µs",
          "Server CPU, µs",
          "Database CPU, µs",
          "On the wire, B",
          "Context switches",
          "Client allocates, B",
          "GC, % of time");

  private final List<Block> blocks = new ArrayList<>();
  private final Map<Cell, List<TrialRecord>> cells;

  CostSection(List<TrialRecord> trials) {
    this.cells =
        trials.stream()
            .filter(trial -> trial.verdict() != Verdict.INVALID)
            .filter(trial -> Double.isFinite(Costs.clientMicros(trial)))
            .collect(
                Collectors.groupingBy(
                    TrialRecord::cell,
                    () -> new TreeMap<>(Comparator.comparing(Cell::id)),
                    Collectors.toList()));
  }

  /** The section; nothing where there is nothing to say. */
  List<Block> blocks() {
    if (cells.isEmpty()) {
      return List.of();
    }
    blocks.add(new Block.Heading(2, "Where the time goes"));
    blocks.add(
        new Block.Paragraph(
            "Per operation, which is one request: the median over the rounds of what the measured"
                + " iterations cost. Context switches are those of all threads of client and servers;"
                + " bytes on the wire go in both directions, to cache and database."));
    blocks.add(
        new Block.Table(
            "lrrrrrrr", HEADER, cells.entrySet().stream().map(CostSection::row).toList()));
    String sides = sides();
    if (!sides.isEmpty()) {
      blocks.add(new Block.Paragraph(sides));
    }
    return List.copyOf(blocks);
  }

  private static List<String> row(Map.Entry<Cell, List<TrialRecord>> cell) {
    List<TrialRecord> trials = cell.getValue();
    return List.of(
        cell.getKey().id(),
        median(trials, Costs::clientMicros),
        median(trials, Costs::serverMicros),
        median(trials, Costs::databaseMicros),
        median(trials, Costs::wireBytes),
        median(trials, Costs::switches),
        median(trials, Costs::allocatedBytes),
        median(trials, Costs::gcPercent));
  }

  private static String median(List<TrialRecord> trials, ToDoubleFunction<TrialRecord> measure) {
    return summary(trials, measure).map(all -> Digits.significant(all.median())).orElse(UNKNOWN);
  }

  private static Optional<Summary> summary(
      List<TrialRecord> trials, ToDoubleFunction<TrialRecord> measure) {
    return Summary.of(
        trials.stream().mapToDouble(measure).filter(Double::isFinite).sorted().toArray());
  }

  /** Which side spends more CPU time, where both are known. */
  private String sides() {
    double[] ratios =
        cells.values().stream()
            .map(trials -> summary(trials, CostSection::clientToServers))
            .flatMap(Optional::stream)
            .mapToDouble(Summary::median)
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

  private static double clientToServers(TrialRecord trial) {
    double server = Costs.serverMicros(trial);
    double database = Costs.databaseMicros(trial);
    double servers = (Double.isNaN(server) ? 0 : server) + (Double.isNaN(database) ? 0 : database);
    return servers == 0 ? Double.NaN : Costs.clientMicros(trial) / servers;
  }
}
