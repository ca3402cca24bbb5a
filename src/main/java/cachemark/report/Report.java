// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.catalogue.Figures;
import cachemark.report.chart.Charts;
import cachemark.report.chart.Picture;
import cachemark.report.claims.Claims;
import cachemark.report.claims.JudgedClaim;
import cachemark.report.figure.Figure;
import cachemark.report.html.Html;
import cachemark.report.html.PageModel;
import cachemark.result.ResultException;
import cachemark.result.StoredRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    List<Figure> figures = Figures.of(run);
    List<JudgedClaim> claims = Claims.of(run);
    Charts charts = new Charts(new RunWords(run).notes());
    // Drawing takes longer than all else, and no figure waits for another.
    Map<String, Pictures> pictures =
        figures.parallelStream()
            .collect(
                Collectors.toConcurrentMap(Figure::id, figure -> draw(charts, figure, folder)));
    List<Path> files = new ArrayList<>();
    for (Figure figure : figures) {
      Pictures.of(figure, pictures).names().forEach(file -> files.add(folder.resolve(file)));
    }
    String words = new Page(run, claims, figures, pictures).text();
    files.add(0, store(folder.resolve("report.md"), words.getBytes(StandardCharsets.UTF_8)));
    PageModel model = new HtmlPage(run, claims, figures, pictures).model();
    String page = Html.of(model, Charts.darkColours());
    files.add(0, store(folder.resolve(PAGE), page.getBytes(StandardCharsets.UTF_8)));
    files.add(store(folder.resolve("junit.xml"), JUnit.of(run).getBytes(StandardCharsets.UTF_8)));
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

  private static Pictures draw(Charts charts, Figure figure, Path folder) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Map<String, String> elements = new LinkedHashMap<>();
    try {
      for (Picture picture : charts.draw(figure)) {
        files.put(picture.name() + ".png", picture.png());
        files.put(picture.name() + ".svg", picture.svg());
        elements.put(picture.name(), picture.element());
      }
    } catch (IOException | RuntimeException e) {
      return Pictures.failed(String.valueOf(e.getMessage()));
    }
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        store(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Pictures(List.copyOf(files.keySet()), elements, "");
  }

  /** Writes a file that appears whole or not at all. */
  static Path store(Path file, byte[] bytes) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.write(beside, bytes);
    return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
