// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import java.util.List;

/** GitHub's dialect of markdown, written so that no value can turn into markup. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  /** Adds all of {@code blocks}. */
  void add(List<Block> blocks) {
    blocks.forEach(this::add);
  }

  private void add(Block block) {
    if (block instanceof Block.Heading heading) {
      heading(heading.level(), heading.text());
    } else if (block instanceof Block.Paragraph paragraph) {
      paragraph((bold(paragraph.lead()) + " " + plain(paragraph.text())).strip());
    } else if (block instanceof Block.Bullets bullets) {
      bullets(bullets.items().stream().map(Markdown::plain).toList());
    } else if (block instanceof Block.Table table) {
      table(table);
    }
  }

  private static String bold(String words) {
    return words.isEmpty() ? "" : "**" + plain(words) + "**";
  }

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

  private void table(Block.Table table) {
    if (!table.summary().isEmpty()) {
      text.append("<details><summary>").append(plain(table.summary())).append("</summary>\n\n");
    }
    row(table.header());
    text.append('|');
    table.sides().chars().forEach(side -> text.append(side == 'l' ? "---|" : "---:|"));
    text.append('\n');
    table.rows().forEach(this::row);
    text.append('\n');
    if (!table.summary().isEmpty()) {
      text.append("</details>\n\n");
    }
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
