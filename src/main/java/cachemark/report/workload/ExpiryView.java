// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.block.Block;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Quantity;
import cachemark.report.workload.Sides.Side;
import cachemark.result.workload.WorkloadLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What expires, by both sides' accounts: look-ups that found nothing though their key had been
 * stored, and what the cache says that it let go.
 *
 * @param group of loads
 */
record ExpiryView(Group group) implements View {
  private static final List<String> ACCOUNTS =
      List.of("misses, by the client", "misses, by the cache", "expired, by the cache");

  private static final List<ToDoubleFunction<WorkloadLoad>> COUNTS =
      List.of(Measures::missesOfClient, Measures::missesOfServer, Measures.counted("expired"));

  private static final Axis AXIS = new Axis("Account", "", ACCOUNTS, List.of(), List.of());

  @Override
  public String heading() {
    return "Expiry, by both sides' accounts";
  }

  @Override
  public List<Figure> figures() {
    Map<String, List<LoadRounds>> byLabel = new LinkedHashMap<>();
    for (LoadRounds cell : group.cached()) {
      byLabel.computeIfAbsent(group.label(cell), label -> new ArrayList<>()).add(cell);
    }
    List<Panel> panels = new ArrayList<>();
    byLabel.forEach(
        (label, cells) -> {
          Sides sides = new Sides(cells.stream().map(ExpiryView::side).toList());
          for (LoadRounds cell : cells) {
            for (int i = 0; i < COUNTS.size(); i++) {
              sides.add(side(cell), cell.point(i, COUNTS.get(i)));
            }
          }
          if (!sides.series().isEmpty()) {
            panels.add(new Panel(label, Quantity.GONE_KEYS, AXIS, sides.series(), List.of()));
          }
        });
    return View.figure(
        group,
        group.id(),
        heading(),
        new Finding(statements(), ""),
        "A look-up that finds nothing was of a key that had been stored and has expired, or was"
            + " evicted. A cache counts what it finds expired, and what it sweeps away unasked;"
            + " memcached counts some of these more than once, when it takes their memory again.",
        panels);
  }

  private static Side side(LoadRounds cell) {
    return Side.of(cell, "");
  }

  private List<String> statements() {
    List<String> words = new ArrayList<>();
    for (LoadRounds cell : group.cached()) {
      double misses = cell.mean(Measures::missesOfClient);
      double own = cell.mean(Measures::missesOfServer);
      double expired = cell.mean(Measures.counted("expired"));
      if (Double.isFinite(misses) && misses > 0 && Double.isFinite(expired)) {
        String label = group.label(cell);
        words.add(
            (label.isEmpty() ? "" : label + ": ")
                + cell.words(Trait.STORE)
                + (Math.abs(misses - own) < 1 ? " agrees on " : " differs over ")
                + Digits.whole(misses)
                + " misses and says that "
                + Digits.whole(expired)
                + " keys expired");
      }
    }
    return words;
  }

  @Override
  public List<Block> tables() {
    List<List<String>> rows = new ArrayList<>();
    for (LoadRounds cell : group.cached()) {
      rows.add(
          List.of(
              CellTable.name(group, cell),
              cell.words(Trait.STORE),
              cell.words(Trait.TTL),
              count(cell, Measures.count("cacheMisses")),
              count(cell, Measures::missesOfClient),
              count(cell, Measures::missesOfServer),
              count(cell, Measures.counted("expired")),
              count(cell, Measures.counted("evictions")),
              Numbers.cell(cell.summary(Measures::rowsPerExpiry), Digits::significant)));
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Block.Heading(3, "Accounts"),
            new Block.Table(
                "lllrrrrrr",
                List.of(
                    "Load",
                    "Cache",
                    "Kept",
                    "Misses by the client, measured",
                    "the same with the warm-up",
                    "Misses by the cache, with the warm-up",
                    "Expired by the cache",
                    "Evicted by the cache",
                    "Rows read per key and ttl"),
                rows));
  }

  private static String count(LoadRounds cell, ToDoubleFunction<WorkloadLoad> measure) {
    return Numbers.cell(cell.summary(measure), Digits::whole);
  }
}
