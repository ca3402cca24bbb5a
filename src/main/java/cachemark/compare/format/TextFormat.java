// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.format;

import cachemark.compare.Comparison;
import cachemark.compare.Fate;
import cachemark.compare.Judgement;
import cachemark.compare.Lone;
import cachemark.compare.Row;
import java.util.ArrayList;
import java.util.List;

/** A comparison for a terminal, worst first. */
public final class TextFormat {
  private static final String GAP = "  ";
  private static final int NARROWEST_NAME = 20;

  private final StringBuilder text = new StringBuilder();
  private final Comparison comparison;
  private final Names names;
  private final int width;
  private final Ink ink;

  private TextFormat(Comparison comparison, int width, Ink ink) {
    this.comparison = comparison;
    this.names = new Names(comparison);
    this.width = width;
    this.ink = ink;
  }

  /**
   * The whole comparison; ends in a new line.
   *
   * @param width of the terminal in columns, into which names are folded; 0 for no limit
   */
  public static String of(Comparison comparison, int width, Ink ink) {
    return new TextFormat(comparison, width, ink).all();
  }

  private String all() {
    folded("", Names.clean(comparison.title().text()));
    lines("", Sentences.counts(comparison)).forEach(part -> line("", ink.paint(tone(), part)));
    Sentences.differences(comparison).forEach(sentence -> folded(GAP, sentence));
    Sentences.notes(comparison).forEach(note -> folded(GAP, note));
    if (comparison.isComparable()) {
      tables();
    }
    return text.toString();
  }

  private Ink.Tone tone() {
    if (comparison.isRegression() || !comparison.isComparable()) {
      return Ink.Tone.BAD;
    }
    return comparison.suspects().isEmpty() && !comparison.isIncomplete()
        ? Ink.Tone.GOOD
        : Ink.Tone.DOUBTFUL;
  }

  private void tables() {
    if (!names.common().isEmpty()) {
      folded(GAP, "every cell: " + names.common());
    }
    for (Judgement judgement : Judgement.values()) {
      rows(judgement);
    }
    for (Fate fate : Fate.values()) {
      lone(fate);
    }
  }

  private void rows(Judgement judgement) {
    List<Row> rows = comparison.rows(judgement);
    if (rows.isEmpty()) {
      return;
    }
    text.append('\n');
    line("", ink.paint(tone(judgement), Sentences.heading(judgement, rows.size())));
    List<List<String>> table = new ArrayList<>(List.of(Columns.HEADER));
    rows.forEach(row -> table.add(Columns.of(row, names)));
    int[] widths = widths(table);
    table.forEach(cells -> row(cells, widths));
  }

  private static Ink.Tone tone(Judgement judgement) {
    return switch (judgement) {
      case SLOWER -> Ink.Tone.BAD;
      case FASTER, WITHIN_NOISE -> Ink.Tone.GOOD;
      default -> Ink.Tone.DOUBTFUL;
    };
  }

  private static int[] widths(List<List<String>> table) {
    int[] widths = new int[Columns.HEADER.size() - 1];
    for (List<String> cells : table) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], cells.get(i).length());
      }
    }
    return widths;
  }

  private void row(List<String> cells, int[] widths) {
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      numbers
          .append(GAP)
          .append(" ".repeat(widths[i] - cells.get(i).length()))
          .append(cells.get(i));
    }
    numbers.append(GAP);
    folded(numbers.toString(), cells.get(widths.length));
  }

  private void lone(Fate fate) {
    List<Lone> cells = comparison.lone(fate);
    if (cells.isEmpty()) {
      return;
    }
    text.append('\n');
    Ink.Tone tone = fate == Fate.NEWLY_FAILING ? Ink.Tone.BAD : Ink.Tone.DOUBTFUL;
    line("", ink.paint(tone, Sentences.heading(fate, cells.size())));
    for (Lone cell : cells) {
      String why = Names.clean(cell.why());
      folded(GAP, names.of(cell.key()) + (why.isEmpty() ? "" : ": " + why));
    }
  }

  private void line(String start, String words) {
    text.append(start).append(words).append('\n');
  }

  /** Words after a beginning, on as many lines as they need. */
  private void folded(String start, String words) {
    String before = start;
    for (String part : lines(start, words)) {
      line(before, part);
      before = " ".repeat(start.length());
    }
  }

  /** Words in pieces that fit beside a beginning, cut at spaces where there are any. */
  private List<String> lines(String start, String words) {
    int room = width == 0 ? Integer.MAX_VALUE : Math.max(NARROWEST_NAME, width - start.length());
    List<String> lines = new ArrayList<>();
    String rest = words;
    while (rest.length() > room) {
      int cut = rest.lastIndexOf(' ', room);
      cut = cut <= 0 ? room : cut;
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut).strip();
    }
    lines.add(rest);
    return lines;
  }
}
