// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.report.block.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void valuesCannotBecomeMarkup() {
    assertThat(Markdown.plain("a|b\n<img src=x> `c` [d](e) *f* & ~g~"))
        .isEqualTo("a\\|b &lt;img src=x&gt; \\`c\\` \\[d\\](e) \\*f\\* &amp; \\~g\\~");
  }

  @Test
  void tablesStayTables() {
    Markdown page = new Markdown();
    page.add(
        List.of(new Block.Table("lr", List.of("name", "value"), List.of(List.of("a|b", "1\n2")))));
    assertThat(page.toString()).isEqualTo("| name | value |\n|---|---:|\n| a\\|b | 1 2 |\n\n");
  }
}
