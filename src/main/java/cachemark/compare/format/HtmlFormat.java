// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.format;

import cachemark.compare.Comparison;
import cachemark.compare.Fate;
import cachemark.compare.Judgement;
import cachemark.compare.Lone;
import cachemark.compare.Row;
import cachemark.compare.Speeds;
import cachemark.compare.Title;
import cachemark.compare.side.CellKey;
import cachemark.report.block.Block;
import cachemark.report.html.Badge;
import cachemark.report.html.Filter;
import cachemark.report.html.Forest;
import cachemark.report.html.Html;
import cachemark.report.html.SpeedPictures;
import cachemark.report.html.Tone;
import cachemark.report.html.Traits;
import cachemark.report.html.VersusModel;
import cachemark.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** A comparison as a page for a browser, every cell of it. */
public final class HtmlFormat {
  private final Comparison comparison;
  private final Names names;

  private HtmlFormat(Comparison comparison) {
    this.comparison = comparison;
    this.names = new Names(comparison);
  }

  /** The whole page, with its figures by {@code pictures}. */
  public static String of(Comparison comparison, SpeedPictures pictures) {
    return Html.of(new HtmlFormat(comparison).model(pictures), pictures.darkColours());
  }

  private VersusModel model(SpeedPictures pictures) {
    List<String> notes = new ArrayList<>(Sentences.differences(comparison));
    if (!names.common().isEmpty() && comparison.isComparable()) {
      notes.add("every cell: " + names.common());
    }
    notes.addAll(Sentences.notes(comparison));
    return new VersusModel(
        comparison.title().text(),
        badge(),
        Sentences.counts(comparison),
        notes,
        Arrays.stream(Judgement.values()).flatMap(one -> group(one).stream()).toList(),
        pictures.figures(baseName(), Speeds.of(comparison)),
        Arrays.stream(Fate.values()).flatMap(one -> others(one).stream()).toList(),
        filters());
  }

  private String baseName() {
    return comparison.title().kind() == Title.Kind.ALONG ? comparison.title().base() : "BASE";
  }

  private Badge badge() {
    if (!comparison.isComparable()) {
      return new Badge("NOT COMPARABLE", Tone.BAD);
    }
    if (comparison.isRegression()) {
      return new Badge("SLOWER", Tone.BAD);
    }
    return comparison.suspects().isEmpty()
        ? new Badge("NO REGRESSION", Tone.GOOD)
        : new Badge("SUSPECTS", Tone.DOUBT);
  }

  private Optional<VersusModel.Group> group(Judgement judgement) {
    List<VersusModel.Row> rows = comparison.rows(judgement).stream().map(this::row).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new VersusModel.Group(
                Sentences.heading(judgement, rows.size()), tone(judgement), rows));
  }

  private static Tone tone(Judgement judgement) {
    return switch (judgement) {
      case SLOWER -> Tone.BAD;
      case FASTER -> Tone.GOOD;
      case SUSPECTED_SLOWER, SUSPECTED_FASTER, UNSTABLE, TOO_FEW -> Tone.DOUBT;
      case WITHIN_NOISE -> Tone.PLAIN;
    };
  }

  private VersusModel.Row row(Row row) {
    Interval range =
        row.speed().interval().orElse(new Interval(row.speed().lowest(), row.speed().highest()));
    return new VersusModel.Row(
        names.of(row),
        Amounts.significant(row.base().mean()) + " " + row.base().unit(),
        Amounts.significant(row.next().mean()) + " " + row.next().unit(),
        Amounts.significant(row.speed().value()),
        row.speed().interval().map(Amounts::interval).orElse(""),
        Amounts.beyondOne(row.detectable()),
        Forest.of(row.speed().value(), range.low(), range.high()),
        traits(row.key()));
  }

  private List<Block> others(Fate fate) {
    List<Lone> cells = comparison.lone(fate);
    return cells.isEmpty()
        ? List.of()
        : List.of(
            new Block.Heading(2, Sentences.heading(fate, cells.size())),
            new Block.Table(
                "ll",
                List.of("Cell", "Why"),
                cells.stream().map(cell -> List.of(names.of(cell.key()), cell.why())).toList()));
  }

  private List<Filter> filters() {
    Traits all =
        Traits.of(comparison.rows().stream().map(row -> traits(row.key())).distinct().toList());
    return Filter.of(all);
  }

  private static Traits traits(CellKey key) {
    NavigableSet<Integer> threads = new TreeSet<>();
    if (key.threads() > 0) {
      threads.add(key.threads());
    }
    return new Traits(
        values(key, "store", "cache"), values(key, "client"), values(key, "connections"), threads);
  }

  private static NavigableSet<String> values(CellKey key, String... axes) {
    NavigableSet<String> values = new TreeSet<>();
    for (String axis : axes) {
      key.value(axis).ifPresent(values::add);
    }
    return values;
  }
}
