// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.format;

import cachemark.compare.Comparison;
import cachemark.compare.Fate;
import cachemark.compare.Judgement;
import cachemark.compare.Lone;
import cachemark.compare.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A comparison in GitHub's markdown, most important first, as much of it as fits. Names are data:
 * none of them can turn into markup.
 */
public final class MarkdownFormat {
  /** What a job's summary on GitHub holds. */
  public static final int JOB_SUMMARY_BYTES = 1024 * 1024;

  /** What a comment on a pull request on GitHub holds. */
  public static final int COMMENT_BYTES = 64 * 1024;

  private static final int RESERVED_BYTES = 200;
  private static final int LONGEST_TEXT = 500;

  private final StringBuilder text = new StringBuilder();
  private final Comparison comparison;
  private final Names names;
  private int bytesLeft;
  private int leftOut;

  private MarkdownFormat(Comparison comparison, int mostBytes) {
    this.comparison = comparison;
    this.names = new Names(comparison);
    this.bytesLeft = mostBytes - RESERVED_BYTES;
  }

  /**
   * As much of the comparison as fits.
   *
   * @param mostBytes of its UTF-8, 1000 or more
   */
  public static String of(Comparison comparison, int mostBytes) {
    if (mostBytes < 1000) {
      throw new IllegalArgumentException("nothing fits into " + mostBytes + " bytes");
    }
    return new MarkdownFormat(comparison, mostBytes).all();
  }

  private String all() {
    add("### " + plain(comparison.title().text()) + "\n\n");
    add("**" + plain(Sentences.counts(comparison)) + "**\n\n");
    Sentences.differences(comparison).forEach(this::bullet);
    if (comparison.isComparable()) {
      rows(Judgement.SLOWER);
      lone(Fate.NEWLY_FAILING);
      rows(Judgement.FASTER);
      rows(Judgement.SUSPECTED_SLOWER);
      rows(Judgement.SUSPECTED_FASTER);
    }
    if (!names.common().isEmpty() && comparison.isComparable()) {
      bullet("every cell: " + names.common());
    }
    Sentences.notes(comparison).forEach(this::bullet);
    add("\n");
    if (comparison.isComparable()) {
      rest();
    }
    if (leftOut > 0) {
      text.append("\nRows left out, because no more fits here: ").append(leftOut).append('\n');
    }
    return text.toString();
  }

  private void rest() {
    lone(Fate.FAILING_IN_BOTH);
    lone(Fate.REMOVED);
    lone(Fate.ADDED);
    lone(Fate.RECOVERED);
    lone(Fate.WITHOUT_PARTNER);
    rows(Judgement.UNSTABLE);
    rows(Judgement.TOO_FEW);
    rows(Judgement.WITHIN_NOISE);
  }

  private void rows(Judgement judgement) {
    List<Row> rows = comparison.rows(judgement);
    if (!rows.isEmpty()) {
      table(
          Sentences.heading(judgement, rows.size()),
          "---:|---|---:|---:|---:|---|",
          Columns.HEADER,
          rows.stream().map(row -> Columns.of(row, names)).toList());
    }
  }

  private void lone(Fate fate) {
    List<Lone> cells = comparison.lone(fate);
    if (!cells.isEmpty()) {
      table(
          Sentences.heading(fate, cells.size()),
          "---|---|",
          List.of("cell", "why"),
          cells.stream().map(cell -> List.of(names.of(cell.key()), cell.why())).toList());
    }
  }

  private void table(String heading, String sides, List<String> header, List<List<String>> rows) {
    boolean fits = add("#### " + plain(heading) + "\n\n" + row(header) + "|" + sides + "\n");
    for (List<String> cells : rows) {
      fits = fits && add(row(cells));
      leftOut += fits ? 0 : 1;
    }
    add("\n");
  }

  private static String row(List<String> cells) {
    StringBuilder row = new StringBuilder("|");
    cells.forEach(cell -> row.append(' ').append(plain(cell)).append(" |"));
    return row.append('\n').toString();
  }

  private void bullet(String words) {
    add("- " + plain(words) + "\n");
  }

  /** Adds a piece if it fits; once one did not, nothing that comes later does. */
  private boolean add(String piece) {
    int bytes = piece.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > bytesLeft) {
      bytesLeft = 0;
      return false;
    }
    bytesLeft -= bytes;
    text.append(piece);
    return true;
  }

  /** {@code value} as it reads, on one line, with every character that could be markup escaped. */
  private static String plain(String value) {
    StringBuilder safe = new StringBuilder();
    String clean = Names.clean(value);
    clean
        .codePoints()
        .limit(LONGEST_TEXT)
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '@' -> safe.append("&#64;"); // calls nobody's name
                default -> safe.append("\\`*_[]|#~!".indexOf(c) < 0 ? "" : "\\").appendCodePoint(c);
              }
            });
    return clean.codePointCount(0, clean.length()) > LONGEST_TEXT ? safe + "…" : safe.toString();
  }
}
