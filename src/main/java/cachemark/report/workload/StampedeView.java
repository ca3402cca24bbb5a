// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.block.Block;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Quantity;
import cachemark.result.workload.WorkloadLoad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Queries for each time that a key expires, and what that does to the tail.
 *
 * @param group of loads
 */
record StampedeView(Group group) implements View {
  @Override
  public String heading() {
    return "When keys expire under load";
  }

  @Override
  public List<Figure> figures() {
    Bars bars = new Bars(group, "Load");
    Quantity times =
        group.cells().get(0).isClosed() ? Quantity.SERVICE_MICROS : Quantity.RESPONSE_MICROS;
    List<Panel> panels =
        Stream.of(
                bars.panel(Quantity.QUERIES_PER_EXPIRY, "", StampedeView::rowsPerExpiry),
                bars.panel(times, "p99", Measures::p99Micros),
                bars.panel(
                    Quantity.QUERIES_PER_SECOND,
                    "the fullest second",
                    Measures::mostQueriesPerSecond))
            .flatMap(Optional::stream)
            .toList();
    return View.figure(
        group,
        group.id(),
        heading(),
        new Finding(statements(), ""),
        "Rows that were read from the table for each key and each time to live: 1 where one reader"
            + " loads what all wait for. The fullest second is the one with the most queries.",
        panels);
  }

  /** Of a load without a cache nothing expires. */
  private static double rowsPerExpiry(WorkloadLoad load) {
    return Trait.table(load).hasCache() ? Measures.rowsPerExpiry(load) : Double.NaN;
  }

  private List<String> statements() {
    List<String> words = new ArrayList<>();
    flights(group).pairs().stream()
        .max(Comparator.comparingDouble(pair -> pair.left().mean(Measures::rowsPerExpiry)))
        .ifPresent(
            pair ->
                words.add(
                    "single flight reads "
                        + Digits.significant(pair.right().mean(Measures::rowsPerExpiry))
                        + " rows for each expiry where "
                        + Digits.significant(pair.left().mean(Measures::rowsPerExpiry))
                        + " are read without it ("
                        + pair.left().words(Trait.STORE)
                        + ")"));
    jitters(group).pairs().stream()
        .max(Comparator.comparingDouble(pair -> pair.left().mean(Measures::mostQueriesPerSecond)))
        .ifPresent(pair -> words.add(jitter(pair)));
    return words;
  }

  /** What jitter does to the fullest second, where that is more than chance. */
  private static String jitter(Pairing.Pair pair) {
    boolean told =
        new Pairing(List.of(pair))
            .ratio(Measures::mostQueriesPerSecond)
            .map(Lead::of)
            .filter(lead -> lead == Lead.LEFT || lead == Lead.RIGHT)
            .isPresent();
    String jitter = pair.right().words(Trait.TTL_JITTER);
    String store = " (" + pair.left().words(Trait.STORE) + ")";
    return told
        ? jitter
            + " takes the fullest second from "
            + most(pair.left())
            + " to "
            + most(pair.right())
            + " queries"
            + store
        : "the fullest second with "
            + jitter
            + " and without is not told apart: "
            + most(pair.right())
            + " and "
            + most(pair.left())
            + " queries"
            + store;
  }

  private static String most(LoadRounds cell) {
    return Digits.whole(cell.mean(Measures::mostQueriesPerSecond));
  }

  /** Without single flight and with it. */
  static Pairing flights(Group group) {
    return Pairing.of(
        group.cached(),
        Trait.SINGLE_FLIGHT,
        cell -> cell.number(Trait.SINGLE_FLIGHT) == 0,
        cell -> cell.number(Trait.SINGLE_FLIGHT) == 1);
  }

  /** Without jitter and with some. */
  static Pairing jitters(Group group) {
    return Pairing.of(
        group.cached(),
        Trait.TTL_JITTER,
        cell -> cell.number(Trait.TTL_JITTER) == 0,
        cell -> cell.number(Trait.TTL_JITTER) > 0);
  }

  @Override
  public List<Block> tables() {
    List<List<String>> rows = new ArrayList<>();
    for (LoadRounds cell : group.cached()) {
      rows.add(
          List.of(
              CellTable.name(group, cell),
              cell.words(Trait.STORE),
              cell(cell, Measures::rowsPerExpiry),
              cell(cell, Measures::mostQueriesPerSecond),
              cell(cell, Measures::queriesPerSecond),
              cell(cell, Measures.count("loadsAwaited")),
              cell(cell, Measures::p50Micros),
              cell(cell, Measures::p99Micros)));
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Block.Heading(3, "Queries"),
            new Block.Table(
                "llrrrrrr",
                List.of(
                    "Load",
                    "Cache",
                    "Rows read per key and ttl",
                    "Queries in the fullest second",
                    "Queries/s",
                    "Reads that waited for another's load",
                    "p50, µs",
                    "p99, µs"),
                rows));
  }

  private static String cell(LoadRounds cell, ToDoubleFunction<WorkloadLoad> measure) {
    return Numbers.cell(cell.summary(measure), Digits::significant);
  }
}
