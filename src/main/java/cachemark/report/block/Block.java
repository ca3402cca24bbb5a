// SPDX-License-Identifier: Apache-2.0
package cachemark.report.block;

import java.util.List;

/** A piece of a report before it is written in any format. All text is plain. Immutable. */
public sealed interface Block {

  /**
   * A heading.
   *
   * @param level 1 for that of the page, then 2…
   */
  record Heading(int level, String text) implements Block {}

  /**
   * A paragraph.
   *
   * @param lead its first words, to be set off; may be empty
   * @param text the others
   */
  record Paragraph(String lead, String text) implements Block {
    /** One in which nothing is set off. */
    public Paragraph(String text) {
      this("", text);
    }
  }

  /** A list of sentences. */
  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /**
   * A table.
   *
   * @param summary what is shown of it until somebody asks for the rest; empty where all is shown
   * @param sides an l or an r for each column: words to the left, numbers to the right
   * @param header of each column
   * @param rows with as many cells each
   */
  record Table(String summary, String sides, List<String> header, List<List<String>> rows)
      implements Block {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
      int columns = header.size();
      if (sides.length() != columns || rows.stream().anyMatch(row -> row.size() != columns)) {
        throw new IllegalArgumentException("a table of " + columns + " columns: " + header);
      }
    }

    /** A table that is shown at once. */
    public Table(String sides, List<String> header, List<List<String>> rows) {
      this("", sides, header, rows);
    }

    /** A table of words that is shown when asked for. */
    public static Table folded(String summary, List<String> header, List<List<String>> rows) {
      return new Table(summary, "l".repeat(header.size()), header, rows);
    }
  }
}
