// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.plan.Cell;
import cachemark.report.block.Block;
import cachemark.report.catalogue.SpeedFigures;
import cachemark.report.chart.Charts;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Series;
import cachemark.report.html.FigureCard;
import cachemark.report.html.SpeedPictures;
import cachemark.report.html.Traits;
import cachemark.stats.Interval;
import cachemark.stats.Ratio;
import cachemark.stats.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws how many times as fast one side of a comparison is as the other. A chart that cannot be
 * drawn is named on the page and stops no other.
 */
public final class SpeedCharts implements SpeedPictures {
  private final Charts charts = new Charts(List.of());
  private final @Nullable Path folder;

  private SpeedCharts(@Nullable Path folder) {
    this.folder = folder;
  }

  /** Charts that are on the page alone. */
  public static SpeedCharts onThePage() {
    return new SpeedCharts(null);
  }

  /**
   * Charts that are files in an existing folder too, beside the page.
   *
   * @throws java.io.UncheckedIOException on drawing, if a file cannot be written
   */
  public static SpeedCharts in(Path folder) {
    return new SpeedCharts(folder);
  }

  @Override
  public List<FigureCard> figures(String base, Map<Cell, Ratio> speeds) {
    return SpeedFigures.of(base, speeds).entrySet().stream()
        .map(figure -> card(figure.getKey(), figure.getValue()))
        .toList();
  }

  @Override
  public String darkColours() {
    return Charts.darkColours();
  }

  private FigureCard card(Figure figure, List<Cell> cells) {
    Pictures drawn = Pictures.draw(charts, figure, folder);
    return new FigureCard(
        figure.id(),
        figure.heading(),
        drawn.elements().values().stream().map(svg -> new FigureCard.Drawing("log", svg)).toList(),
        drawn.names(),
        drawn.failure(),
        FigureSection.words(figure),
        figure.panels().stream().map(SpeedCharts::numbers).toList(),
        Traits.of(cells.stream().map(CellTraits::of).toList()));
  }

  private static Block numbers(Panel panel) {
    List<List<String>> rows = new ArrayList<>();
    for (double x : panel.xs()) {
      for (Series series : panel.series()) {
        series.at(x).flatMap(Point::summary).ifPresent(all -> rows.add(row(panel, x, series, all)));
      }
    }
    return new Block.Table(
        "llrrr", List.of(panel.axis().title(), "Series", "Speed", "95 % interval", "Rounds"), rows);
  }

  private static List<String> row(Panel panel, double x, Series series, Summary speed) {
    return List.of(
        panel.axis().text(x),
        series.fullName(),
        Digits.factor(speed.mean()),
        speed.interval().map(SpeedCharts::range).orElse("too few rounds"),
        String.valueOf(speed.rounds()));
  }

  private static String range(Interval range) {
    return Digits.factor(range.low()) + " to " + Digits.factor(range.high());
  }
}
