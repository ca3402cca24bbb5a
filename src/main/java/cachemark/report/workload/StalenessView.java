// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.block.Block;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stale reads by policy, and what the policies cost.
 *
 * @param group of loads
 */
record StalenessView(Group group) implements View {
  @Override
  public String heading() {
    return "Stale reads by policy";
  }

  @Override
  public List<Figure> figures() {
    Bars bars = new Bars(group, "Policy");
    List<Panel> panels =
        Stream.of(
                bars.panel(Quantity.STALE_PER_MILLION, "", Measures::stalePerMillion),
                bars.panel(Quantity.OPERATIONS_PER_SECOND, "", Measures::perSecond))
            .flatMap(Optional::stream)
            .toList();
    return View.figure(
        group,
        group.id(),
        heading(),
        new Finding(statements(), ""),
        "A read is stale where an update had returned before it began and it was given an older"
            + " value; counted where that is certain.",
        panels);
  }

  private List<String> statements() {
    Map<String, List<Staleness>> byPolicy =
        Staleness.of(group).stream()
            .collect(
                Collectors.groupingBy(
                    one -> CellTable.name(group, one.cell()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<String> fresh = new ArrayList<>();
    List<String> stale = new ArrayList<>();
    byPolicy.forEach(
        (policy, all) -> {
          if (all.stream().allMatch(Staleness::isFresh)) {
            fresh.add(policy);
          } else {
            stale.add(
                policy
                    + " "
                    + all.stream()
                        .map(StalenessView::perMillion)
                        .collect(Collectors.joining(", ")));
          }
        });
    List<String> words = new ArrayList<>();
    if (!fresh.isEmpty()) {
      words.add("none with " + String.join(", ", fresh));
    }
    if (!stale.isEmpty()) {
      words.add("per million " + String.join("; ", stale));
    }
    return words;
  }

  private static String perMillion(Staleness one) {
    return Digits.significant(one.perMillion().mean()) + " (" + one.cell().words(Trait.STORE) + ")";
  }

  @Override
  public List<Block> tables() {
    List<List<String>> rows = new ArrayList<>();
    for (Staleness one : Staleness.of(group)) {
      LoadRounds cell = one.cell();
      rows.add(
          List.of(
              CellTable.name(group, cell),
              cell.words(Trait.STORE),
              Digits.whole((double) one.reads()),
              Digits.whole((double) one.staleReads()),
              Numbers.cell(Optional.of(one.perMillion()), Digits::significant),
              Digits.whole((double) one.spells()),
              one.spells() == 0 ? "" : Digits.significant(one.longestMillis()),
              Numbers.cell(cell.summary(Measures::perSecond), Digits::whole),
              Numbers.cell(cell.summary(Measures::p99Micros), Digits::significant)));
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Block.Heading(3, "Staleness"),
            new Block.Table(
                "llrrrrrrr",
                List.of(
                    "Load",
                    "Cache",
                    "Reads, all rounds",
                    "Stale, all rounds",
                    "Stale per million",
                    "Spells, all rounds",
                    "Longest spell, ms",
                    "Requests/s",
                    "p99, µs"),
                rows));
  }
}
