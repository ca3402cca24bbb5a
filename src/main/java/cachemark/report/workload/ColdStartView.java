// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.block.Block;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hit ratio as the cache fills.
 *
 * @param group of loads
 */
record ColdStartView(Group group) implements View {
  @Override
  public String heading() {
    return "A cache that begins cold";
  }

  @Override
  public List<Figure> figures() {
    BySecond seconds = new BySecond(group);
    List<Panel> panels =
        Stream.of(
                seconds.panel(Quantity.HIT_PERCENT, "", true, Moments::hitPercent),
                seconds.panel(Quantity.QUERIES_PER_SECOND, "", false, Moments::queries))
            .flatMap(Optional::stream)
            .toList();
    return View.figure(
        group,
        group.id(),
        heading(),
        new Finding(statements(), ""),
        "Each point is the second that ends there. The steady hit ratio is that of the last quarter"
            + " of the seconds.",
        panels);
  }

  private List<String> statements() {
    List<String> words = new ArrayList<>();
    for (LoadRounds cell : group.cached()) {
      double seconds = cell.mean(load -> Warming.of(load).seconds());
      if (Double.isFinite(seconds)) {
        String label = group.label(cell);
        words.add(
            cell.words(Trait.STORE)
                + (label.isEmpty() ? "" : " (" + label + ")")
                + " has 90 % of its steady "
                + Unit.PERCENT.of(cell.mean(load -> Warming.of(load).steadyPercent()))
                + " after "
                + Digits.fixed(seconds, 1)
                + " s");
      }
    }
    return words;
  }

  @Override
  public List<Block> tables() {
    List<List<String>> rows = new ArrayList<>();
    for (LoadRounds cell : group.cached()) {
      long rising = cell.loads().stream().filter(load -> Warming.of(load).rising()).count();
      rows.add(
          List.of(
              CellTable.name(group, cell),
              cell.words(Trait.STORE),
              Numbers.cell(
                  cell.summary(load -> Warming.of(load).steadyPercent()),
                  value -> Digits.fixed(value, 1)),
              Numbers.cell(
                  cell.summary(load -> Warming.of(load).seconds()),
                  value -> Digits.fixed(value, 1)),
              rising == 0 ? "no" : "in " + rising + " of " + cell.loads().size() + " rounds"));
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Block.Heading(3, "Warming"),
            new Block.Table(
                "llrrl",
                List.of(
                    "Load",
                    "Cache",
                    "Steady hit ratio, %",
                    "90 % of it after, s",
                    "Still rising at the end, by more than a point"),
                rows));
  }
}
