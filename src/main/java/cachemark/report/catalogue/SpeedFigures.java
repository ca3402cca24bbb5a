// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Series;
import cachemark.report.figure.SeriesKey;
import cachemark.stats.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The figures of a comparison: how many times as fast cells are as what each is compared with, over
 * the axis and by the series of the figure that shows the cells themselves.
 */
public final class SpeedFigures {
  /** Runs that are compared may have tables on different servers. */
  private static final String DATABASE = "the database";

  private final String base;
  private final List<Map.Entry<Cell, Ratio>> speeds;
  private final Set<Set<Cell>> drawn = new HashSet<>();
  private final Map<Figure, List<Cell>> figures = new LinkedHashMap<>();

  private SpeedFigures(String base, Map<Cell, Ratio> speeds) {
    this.base = base;
    this.speeds = List.copyOf(speeds.entrySet());
  }

  /**
   * All figures with the cells that each shows, in the order of the catalogue; a cell that none
   * knows is in none.
   *
   * @param base name of what every speed is relative to
   * @param speeds of cells, above 1 where the cell is faster
   */
  public static Map<Figure, List<Cell>> of(String base, Map<Cell, Ratio> speeds) {
    SpeedFigures all = new SpeedFigures(base, speeds);
    Catalogue.specs(DATABASE).forEach(all::add);
    return all.figures;
  }

  private void add(FigureSpec spec) {
    Groups<Map.Entry<Cell, Ratio>> groups = new Groups<>(spec, Map.Entry::getKey);
    Map<Conditions, List<Map.Entry<Cell, Ratio>>> found = groups.of(speeds);
    found.forEach(
        (conditions, group) -> {
          List<Cell> cells = group.stream().map(Map.Entry::getKey).toList();
          // Several figures may look at the same cells in different ways; their speed is one.
          if (drawn.add(Set.copyOf(cells))) {
            String suffix = conditions.suffix(found.keySet());
            figures.put(figure(spec, conditions, suffix, group), cells);
          }
        });
  }

  private Figure figure(
      FigureSpec spec, Conditions conditions, String suffix, List<Map.Entry<Cell, Ratio>> group) {
    Lens lens = spec.lenses().get(0);
    Axis axis = lens.axis().isOfPercentiles() ? Axis.MEAN_TIME : lens.axis();
    Panel panel =
        new Panel(
            "",
            Quantity.SPEED,
            axis,
            series(spec, lens, group),
            List.of(new Panel.Reference("", 1)));
    return new Figure(
        "speed-" + spec.id() + suffix,
        Figures.heading(spec, conditions),
        finding(group, base),
        caption(spec),
        phrases(spec, conditions, group),
        List.of(panel),
        List.of(),
        List.of());
  }

  private static List<Series> series(
      FigureSpec spec, Lens lens, List<Map.Entry<Cell, Ratio>> group) {
    Map<SeriesKey, List<Point>> points = new HashMap<>();
    for (Map.Entry<Cell, Ratio> speed : group) {
      Cell cell = speed.getKey();
      double x = lens.axis().isOfPercentiles() ? 0 : lens.place(cell);
      if (x >= 0) {
        points
            .computeIfAbsent(spec.sides().key(cell), key -> new ArrayList<>())
            .add(Point.of(x, speed.getValue()));
      }
    }
    points.values().forEach(own -> own.sort(Comparator.comparingDouble(Point::x)));
    return SeriesOfTrials.named(points, spec.sides());
  }

  private static Finding finding(List<Map.Entry<Cell, Ratio>> group, String base) {
    List<Ratio> told =
        group.stream().map(Map.Entry::getValue).filter(one -> one.interval().isPresent()).toList();
    long differing = told.stream().filter(Ratio::differs).count();
    String statement =
        differing == 0
            ? "no detectable difference"
            : String.format(
                Locale.ROOT, "a detectable difference in %d of %d", differing, told.size());
    return new Finding(
        told.isEmpty() ? List.of() : List.of(statement),
        "Above 1, NEW is faster than " + base + ". Verdicts are in the tables");
  }

  private static String caption(FigureSpec spec) {
    String speed =
        "How many times as fast NEW is as BASE, cell by cell; twice as fast and half as fast lie as"
            + " far from 1.";
    return spec.selection().mode() == Mode.SAMPLE
        ? speed + " Of sampled times it is their mean that is compared."
        : speed;
  }

  private static List<String> phrases(
      FigureSpec spec, Conditions conditions, List<Map.Entry<Cell, Ratio>> group) {
    return Figures.phrases(
        conditions,
        group.stream().map(speed -> spec.sides().key(speed.getKey()).client()).toList());
  }
}
