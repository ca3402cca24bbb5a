// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import java.util.List;

/** GitHub's dialect of markdown, written so that no value can turn into markup. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  void heading(int level, String words) {
    text.append("#".repeat(level)).append(' ').append(plain(words)).append("\n\n");
  }

  /** A paragraph of our own words and {@link #plain} values. */
  void paragraph(String markup) {
    text.append(markup).append("\n\n");
  }

  void bullets(List<String> markup) {
    markup.forEach(line -> text.append("- ").append(line).append('\n'));
    text.append('\n');
  }

  /** A table of plain values; {@code sides} has an l or an r for each column. */
  void table(String sides, List<String> header, List<List<String>> rows) {
    row(header);
    text.append('|');
    for (int i = 0; i < header.size(); i++) {
      text.append(sides.charAt(i) == 'l' ? "---|" : "---:|");
    }
    text.append('\n');
    rows.forEach(this::row);
    text.append('\n');
  }

  /** A table that is shown when asked for. */
  void folded(String summary, List<String> header, List<List<String>> rows) {
    text.append("<details><summary>").append(plain(summary)).append("</summary>\n\n");
    table("l".repeat(header.size()), header, rows);
    text.append("</details>\n\n");
  }

  private void row(List<String> cells) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(plain(cell)).append(" |"));
    text.append('\n');
  }

  /** {@code value} as it reads, on one line, with every character that could be markup escaped. */
  static String plain(String value) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c)) {
        safe.append(' ');
      } else if (c == '<') {
        safe.append("&lt;");
      } else if (c == '>') {
        safe.append("&gt;");
      } else if (c == '&') {
        safe.append("&amp;");
      } else {
        safe.append("\\`*_[]|#~!".indexOf(c) < 0 ? "" : "\\").append(c);
      }
    }
    return safe.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
