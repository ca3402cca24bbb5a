// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static cachemark.report.Markdown.plain;

import cachemark.report.figure.Digits;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.result.Verdict;
import cachemark.stats.Interval;
import cachemark.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One figure on the page: picture, caption, numbers. */
final class FigureSection {
  private final Markdown page;
  private final Figure figure;
  private final int plannedRounds;

  FigureSection(Markdown page, Figure figure, int plannedRounds) {
    this.page = page;
    this.figure = figure;
    this.plannedRounds = plannedRounds;
  }

  void write(Pictures pictures) {
    page.heading(2, figure.heading() + ": " + figure.id());
    if (!pictures.failure().isEmpty()) {
      page.paragraph(
          "**The chart "
              + plain(figure.id())
              + " could not be drawn:** "
              + plain(pictures.failure()));
    }
    pictures.names().stream()
        .filter(name -> name.endsWith(".png"))
        .forEach(name -> page.paragraph("![" + plain(figure.heading()) + "](" + name + ")"));
    page.paragraph(plain(figure.caption()));
    page.paragraph("Conditions: " + plain(String.join(", ", figure.conditions())) + ".");
    Stream.concat(figure.panels().stream(), figure.tables().stream()).forEach(this::numbers);
  }

  private void numbers(Panel panel) {
    if (panel.series().stream().allMatch(series -> series.points().isEmpty())) {
      page.paragraph("No trial gave a value: " + plain(title(panel)) + ".");
      return;
    }
    page.paragraph("**" + plain(title(panel)) + "**");
    List<List<String>> rows = new ArrayList<>();
    for (double x : panel.listed()) {
      for (Series series : panel.series()) {
        series.at(x).ifPresent(point -> rows.add(row(panel, series, point)));
      }
    }
    boolean samples = panel.axis().isOfSamples();
    String middle = samples ? "Median" : "Mean";
    String unit = panel.quantity().unit();
    page.table(
        "llrrrl",
        List.of(
            panel.axis().title(),
            "Series",
            unit.isEmpty() ? middle : middle + ", " + unit,
            samples ? "Lowest to highest round" : "95 % interval, or single rounds",
            "Rounds",
            "Marks"),
        rows);
  }

  private static String title(Panel panel) {
    return panel.title().isEmpty() || panel.quantity() == Quantity.FAILED_CONNECTIONS
        ? panel.title() + (panel.title().isEmpty() ? panel.quantity().axisTitle() : "")
        : panel.title() + ": " + panel.quantity().axisTitle();
  }

  private List<String> row(Panel panel, Series series, Point point) {
    return List.of(
        panel.axis().text(point.x()),
        series.fullName(),
        panel.middle(point).map(middle -> number(panel, middle)).orElse("none"),
        spread(panel, point),
        point.counted().size() + " of " + plannedRounds,
        marks(panel, point));
  }

  private static String spread(Panel panel, Point point) {
    if (panel.axis().isOfSamples()) {
      return point.summary().map(all -> range(panel, all.lowest(), all.highest())).orElse("");
    }
    Optional<Interval> interval = point.summary().flatMap(Summary::interval);
    return interval.isPresent()
        ? range(panel, interval.get().low(), interval.get().high())
        : values(panel, point.counted());
  }

  private static String range(Panel panel, double low, double high) {
    return number(panel, low) + " to " + number(panel, high);
  }

  private static String marks(Panel panel, Point point) {
    List<String> marks = new ArrayList<>();
    if (!point.of(Verdict.SUSPECT).isEmpty()) {
      marks.add("suspect: " + values(panel, point.of(Verdict.SUSPECT)));
    }
    if (!point.of(Verdict.INVALID).isEmpty()) {
      marks.add("invalid, not counted: " + values(panel, point.of(Verdict.INVALID)));
    }
    return String.join("; ", marks);
  }

  private static String values(Panel panel, List<Reading> readings) {
    return readings.stream()
        .map(reading -> number(panel, reading.value()))
        .collect(Collectors.joining(", "));
  }

  private static String number(Panel panel, double value) {
    return panel.quantity().isCount() && value == Math.rint(value)
        ? Digits.whole(value)
        : Digits.significant(value);
  }
}
