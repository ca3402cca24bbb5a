// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.block.Block;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Quantity;
import cachemark.result.load.LoadTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The time of a read against the hit ratio, and where a cache begins to win.
 *
 * @param group of loads
 */
record BreakEvenView(Group group) implements View {
  @Override
  public String heading() {
    return "Where a cache begins to win";
  }

  @Override
  public List<Figure> figures() {
    List<Trait> apart =
        Arrays.stream(Trait.values())
            .filter(trait -> trait != Trait.STORE && trait != Trait.CACHED)
            .toList();
    Lines lines =
        new Lines(
            group,
            Axis.HIT_PERCENT,
            cell -> Math.rint(10 * cell.mean(Measures::hitPercent)) / 10,
            List.of(Trait.CACHED),
            apart);
    return View.figure(
        group,
        group.id(),
        heading(),
        finding(),
        "The mean service time of a read, hits and misses together; no cache is a level, for it has"
            + " no hits. Where reads fill nothing the hit ratio is the share of the keys that the"
            + " cache was given before.",
        lines.panels(Quantity.READ_MICROS, "", Measures::readMicros));
  }

  private Finding finding() {
    List<String> statements = new ArrayList<>();
    List<String> details = new ArrayList<>();
    BreakEvens.bySetting(BreakEvens.of(group))
        .forEach(
            (setting, all) -> {
              String in = setting.isEmpty() ? "" : setting + ": ";
              statements.add(in + each(all, one -> one.side().label() + " " + one.brief()));
              details.add(in + each(all, one -> one.side().label() + " " + one.number()));
              details.add(
                  in
                      + "a miss costs more than a read without a cache (p50) by "
                      + each(all, BreakEvenView::cost));
            });
    return new Finding(statements, String.join("; ", details));
  }

  private static String each(List<BreakEvens> all, Function<BreakEvens, String> words) {
    return all.stream().map(words).collect(Collectors.joining(", "));
  }

  private static String cost(BreakEvens one) {
    String micros =
        one.missCost().map(by -> Numbers.mean(by, Unit.MICROS)).orElse("an unknown time");
    return micros + " with " + one.side().label();
  }

  @Override
  public List<Block> tables() {
    List<List<String>> rows = new ArrayList<>();
    for (BreakEvens one : BreakEvens.of(group)) {
      rows.add(
          List.of(
              one.setting().isEmpty() ? group.id() : one.setting(),
              one.side().label(),
              one.number(),
              Numbers.cell(
                  one.hit().summary(Measures.way("hit", LoadTimes::p50Nanos)), Digits::significant),
              Numbers.cell(
                  one.bare().summary(Measures.way("read", LoadTimes::p50Nanos)),
                  Digits::significant),
              Numbers.cell(one.missCost(), Digits::significant)));
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Block.Heading(3, "Break-even"),
            new Block.Table(
                "lllrrr",
                List.of(
                    "Load",
                    "Cache",
                    "Hit ratio from which the cache wins",
                    "A hit, p50 µs",
                    "A read without a cache, p50 µs",
                    "What a miss costs beyond that, p50 µs"),
                rows));
  }
}
