// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.result.StoredRun;
import cachemark.result.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HtmlPageTest {
  private static final String HOSTILE =
      "</script><script>alert(1)</script>\"'&<img src=x onerror=y>";

  @TempDir private Path folder;

  @Test
  void whatAResultFileSaysIsNeverMarkup() throws IOException {
    Cell cell =
        RunBuilder.cell(
            "E1w", Variant.REPORT, "A.setBatch", Mode.BATCH, 1, "store=" + HOSTILE, "client=WIRE");
    StoredRun run =
        new RunBuilder("r", 1)
            .add(cell, 1, 0.5, List.of(), Map.of(HOSTILE, 1L), Verdict.SUSPECT, HOSTILE)
            .build();
    String page = page(new StoredRun(run.head(), run.trials(), List.of(HOSTILE)));
    assertThat(page)
        .contains("&lt;img src=x onerror=y&gt;")
        .doesNotContain("<img")
        .doesNotContain("alert(1)</script>");
    assertThat(page.split("<script", -1)).hasSize(2);
  }

  @Test
  void thePageNeedsNothingElse() throws IOException {
    String page = page(SyntheticRuns.golden());
    assertThat(page.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain("@import")
        .doesNotContain("url(//");
    assertThat(page)
        .contains("<html lang=\"en\">")
        .contains("id=\"answers\"")
        .contains("class=\"chart linear\"")
        .contains("role=\"img\"");
  }

  @Test
  void whereHitRatesDifferNobodyIsCalledFaster() {
    RunBuilder run = new RunBuilder("r", 5);
    for (int round = 1; round <= 5; round++) {
      run.add(get("MEMCACHED"), round, 1, List.of(), Map.of("hits", 10L), Verdict.VALID);
      Map<String, Long> missing = Map.of("hits", 8L, "misses", 2L);
      run.add(get("REDIS"), round, 2, List.of(), missing, Verdict.VALID);
    }
    Report.Written written = Report.write(run.build(), folder);
    assertThat(written.brief().ratios())
        .extracting(Brief.Line::numbers, Brief.Line::outcome)
        .containsExactly(tuple("2.00 [2.00, 2.00]", "hit rates differ: 100 % and 80 %"));
    assertThat(read(written.page()))
        .contains(
            "No winner between memcached and Redis, for their hit rates differ: 100 % and 80 %.",
            "<td class=\"outcome doubt\">hit rates differ: 80 % and 100 %</td>")
        .doesNotContain(">slower</td>")
        .doesNotContain(">faster</td>");
  }

  private static Cell get(String store) {
    return RunBuilder.cell(
        "E1r",
        Variant.REPORT,
        "A.getBatch",
        Mode.BATCH,
        1,
        "store=" + store,
        "client=WIRE",
        "operations=10");
  }

  @Test
  void theBadgeSaysHowFarTheRunCame() throws IOException {
    assertThat(page(SyntheticRuns.apart())).contains("<span class=\"badge good\">COMPLETE</span>");
    assertThat(page(SyntheticRuns.golden()))
        .contains("<span class=\"badge bad\">2 INVALID, PARTIAL 37 of 39 trials</span>");
  }

  @Test
  void aRunWithoutATrialHasAPageToo() throws IOException {
    assertThat(page(SyntheticRuns.empty())).contains("no measurement that a figure shows");
  }

  private String page(StoredRun run) throws IOException {
    return read(Report.write(run, folder).page());
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
