// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.catalogue.Figures;
import cachemark.report.chart.Charts;
import cachemark.report.claims.Claims;
import cachemark.report.figure.Figure;
import cachemark.result.ResultException;
import cachemark.result.StoredRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stored run as charts and a page. The same run gives the same bytes, whatever the locale and the
 * hour; a file appears whole or not at all.
 */
public final class Report {
  private static final String PLAIN_NAME = "[A-Za-z0-9_][A-Za-z0-9._-]*";

  private Report() {}

  /**
   * Writes {@code report.md} and every chart of {@code run} into a folder of the run's name. A
   * chart that cannot be drawn is named on the page and stops no other.
   *
   * @return the files, the page first
   * @throws ResultException if the folder cannot be written or the run's name cannot name one
   */
  public static List<Path> write(StoredRun run, Path chartsFolder) {
    try {
      return writeAll(run, chartsFolder);
    } catch (IOException e) {
      throw new ResultException("the report cannot be written: " + e.getMessage(), e);
    }
  }

  private static List<Path> writeAll(StoredRun run, Path chartsFolder) throws IOException {
    String name = run.head().runId();
    if (!name.matches(PLAIN_NAME)) {
      throw new ResultException(
          "the run id \"" + name + "\" is no plain file name, so its report has no folder");
    }
    Path folder = Files.createDirectories(chartsFolder.resolve(name));
    List<Figure> figures = Figures.of(run);
    Map<String, Pictures> pictures = new LinkedHashMap<>();
    List<Path> files = new ArrayList<>();
    Charts charts = new Charts(new RunWords(run).notes());
    for (Figure figure : figures) {
      pictures.put(figure.id(), draw(charts, figure, folder, files));
    }
    String page = new Page(run, Claims.of(run), figures, pictures).text();
    files.add(0, store(folder.resolve("report.md"), page.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  private static Pictures draw(Charts charts, Figure figure, Path folder, List<Path> files)
      throws IOException {
    Map<String, byte[]> drawn;
    try {
      drawn = charts.draw(figure);
    } catch (IOException | RuntimeException e) {
      return new Pictures(List.of(), String.valueOf(e.getMessage()));
    }
    for (Map.Entry<String, byte[]> file : drawn.entrySet()) {
      files.add(store(folder.resolve(file.getKey()), file.getValue()));
    }
    return new Pictures(List.copyOf(drawn.keySet()), "");
  }

  private static Path store(Path file, byte[] bytes) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.write(beside, bytes);
    return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
