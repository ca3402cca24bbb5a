// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.catalogue.Figures;
import cachemark.report.chart.Charts;
import cachemark.report.claims.Claims;
import cachemark.report.claims.JudgedClaim;
import cachemark.report.figure.Figure;
import cachemark.report.html.Html;
import cachemark.report.html.PageModel;
import cachemark.result.ResultException;
import cachemark.result.StoredRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * A stored run as charts and a page. The same run gives the same bytes, whatever the locale and the
 * hour; a file appears whole or not at all.
 */
public final class Report {
  /** The name of the page that people open. */
  public static final String PAGE = "index.html";

  private static final String PLAIN_NAME = "[A-Za-z0-9_][A-Za-z0-9._-]*";

  private Report() {}

  /**
   * What was written.
   *
   * @param files all of them, the page first
   * @param brief the same in a few lines
   */
  public record Written(List<Path> files, Brief brief) {
    public Written {
      files = List.copyOf(files);
    }

    /** The page that people open. */
    public Path page() {
      return files.get(0);
    }
  }

  /**
   * Writes the page, {@code report.md}, {@code junit.xml} and every chart of {@code run} into a
   * folder of the run's name. A chart that cannot be drawn is named on the page and stops no other.
   *
   * @throws ResultException if the folder cannot be written or the run's name cannot name one
   */
  public static Written write(StoredRun run, Path chartsFolder) {
    try {
      return writeAll(run, chartsFolder);
    } catch (IOException | UncheckedIOException e) {
      throw new ResultException("the report cannot be written: " + e.getMessage(), e);
    }
  }

  private static Written writeAll(StoredRun run, Path chartsFolder) throws IOException {
    String name = run.head().runId();
    Path folder = Files.createDirectories(folder(chartsFolder, name));
    CompletableFuture<List<JudgedClaim>> judged =
        CompletableFuture.supplyAsync(() -> Claims.of(run));
    List<Figure> figures = Figures.of(run);
    List<JudgedClaim> claims = judged.join();
    Charts charts = new Charts(new RunWords(run).notes());
    // Drawing takes longer than all else, and no figure waits for another.
    Map<String, Pictures> pictures =
        figures.parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    Figure::id, figure -> Pictures.draw(charts, figure, folder)));
    List<Path> files = new ArrayList<>();
    for (Figure figure : figures) {
      Pictures.of(figure, pictures).names().forEach(file -> files.add(folder.resolve(file)));
    }
    CompletableFuture<String> words =
        CompletableFuture.supplyAsync(() -> new Page(run, claims, figures, pictures).text());
    CompletableFuture<String> junit = CompletableFuture.supplyAsync(() -> JUnit.of(run));
    PageModel model = new HtmlPage(run, claims, figures, pictures).model();
    String page = Html.of(model, Charts.darkColours());
    files.add(0, WholeFile.write(folder.resolve("report.md"), words.join()));
    files.add(0, WholeFile.write(folder.resolve(PAGE), page));
    files.add(WholeFile.write(folder.resolve("junit.xml"), junit.join()));
    return new Written(files, Brief.of(figures, claims));
  }

  /** Where the report of a run is written. */
  static Path folder(Path chartsFolder, String name) {
    if (!name.matches(PLAIN_NAME)) {
      throw new ResultException(
          "the run id \"" + name + "\" is no plain file name, so its report has no folder");
    }
    return chartsFolder.resolve(name);
  }
}
