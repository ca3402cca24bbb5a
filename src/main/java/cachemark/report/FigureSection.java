// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.report.catalogue.Floor;
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

/** What a figure says beside its picture: caption, conditions, numbers. */
final class FigureSection {
  private final Figure figure;
  private final int plannedRounds;
  private final Floor floor;

  FigureSection(Figure figure, int plannedRounds, Floor floor) {
    this.figure = figure;
    this.plannedRounds = plannedRounds;
    this.floor = floor;
  }

  /** How to read it. */
  List<Block> words() {
    return words(figure);
  }

  /** How to read a figure, whatever its numbers are. */
  static List<Block> words(Figure figure) {
    return List.of(
        new Block.Paragraph(figure.caption()),
        new Block.Paragraph("Conditions: " + String.join(", ", figure.conditions()) + "."));
  }

  /** The numbers behind the picture, a table for each pair of axes. */
  List<Block> numbers() {
    return Stream.concat(figure.panels().stream(), figure.tables().stream())
        .flatMap(this::numbers)
        .toList();
  }

  private Stream<Block> numbers(Panel panel) {
    if (panel.series().stream().allMatch(series -> series.points().isEmpty())) {
      return Stream.of(new Block.Paragraph("No trial gave a value: " + title(panel) + "."));
    }
    Optional<Double> echo = echo(panel);
    List<List<String>> rows = new ArrayList<>();
    for (double x : panel.listed()) {
      for (Series series : panel.series()) {
        series.at(x).ifPresent(point -> rows.add(row(panel, series, point, echo)));
      }
    }
    boolean samples = panel.axis().isOfSamples();
    String middle = samples ? "Median" : "Mean";
    String unit = panel.quantity().unit();
    List<String> header = new ArrayList<>();
    header.add(panel.axis().title());
    header.add("Series");
    header.add(unit.isEmpty() ? middle : middle + ", " + unit);
    echo.ifPresent(micros -> header.add("× floor of " + Digits.significant(micros) + " µs"));
    header.add(samples ? "Lowest to highest round" : "95 % interval, or single rounds");
    header.addAll(List.of("Rounds", "Marks"));
    return Stream.of(
        new Block.Paragraph(title(panel), ""),
        new Block.Table(echo.isPresent() ? "llrrrrl" : "llrrrl", header, rows));
  }

  /** What sampled times are multiples of, in µs; all cells of a figure have one placement. */
  private Optional<Double> echo(Panel panel) {
    return panel.quantity() != Quantity.SERVICE_MICROS || figure.trials().isEmpty()
        ? Optional.empty()
        : floor.echoMicros(figure.trials().get(0).cell().placement());
  }

  private static String title(Panel panel) {
    return panel.title().isEmpty() || panel.quantity() == Quantity.FAILED_CONNECTIONS
        ? panel.title() + (panel.title().isEmpty() ? panel.quantity().axisTitle() : "")
        : panel.title() + ": " + panel.quantity().axisTitle();
  }

  private List<String> row(Panel panel, Series series, Point point, Optional<Double> echo) {
    Optional<Double> middle = panel.middle(point);
    List<String> row = new ArrayList<>();
    row.add(panel.axis().text(point.x()));
    row.add(series.fullName());
    row.add(middle.map(value -> number(panel, value)).orElse("none"));
    echo.ifPresent(
        micros -> row.add(middle.map(value -> Digits.factor(value / micros)).orElse("none")));
    row.add(spread(panel, point));
    row.add(point.counted().size() + " of " + plannedRounds);
    row.add(marks(panel, point));
    return row;
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
