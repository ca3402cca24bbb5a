// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Named;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Series;
import cachemark.report.finding.Failures;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Trials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures that a run has data for, in the order of the catalogue. */
public final class Figures {
  private final Floor floor;
  private final List<Map.Entry<Cell, List<TrialRecord>>> cells;

  private Figures(StoredRun run) {
    this.floor = new Floor(run);
    this.cells = List.copyOf(Trials.byCell(run.mainTrials().stream()).entrySet());
  }

  /** All figures of {@code run}: one for every combination of conditions, which are never mixed. */
  public static List<Figure> of(StoredRun run) {
    Figures figures = new Figures(run);
    return Catalogue.specs(Database.of(run.head().servers())).parallelStream()
        .flatMap(spec -> figures.of(spec).stream())
        .toList();
  }

  private List<Figure> of(FigureSpec spec) {
    Map<Conditions, List<Map.Entry<Cell, List<TrialRecord>>>> groups =
        new Groups<Map.Entry<Cell, List<TrialRecord>>>(spec, Map.Entry::getKey).of(cells);
    List<Figure> figures = new ArrayList<>();
    groups.forEach(
        (conditions, group) ->
            figures.add(
                figure(spec, conditions, conditions.suffix(groups.keySet()), trialsOf(group))));
    return figures;
  }

  private static List<TrialRecord> trialsOf(List<Map.Entry<Cell, List<TrialRecord>>> cells) {
    return cells.stream().flatMap(cell -> cell.getValue().stream()).toList();
  }

  private Figure figure(
      FigureSpec spec, Conditions conditions, String suffix, List<TrialRecord> group) {
    List<Panel> panels = new ArrayList<>();
    List<Panel> drawn = new ArrayList<>();
    List<Panel> written = new ArrayList<>();
    for (Lens lens : spec.lenses()) {
      Panel panel = panel(spec, lens, conditions, group);
      panels.add(panel);
      (lens.charted() ? drawn : written).add(panel);
    }
    int told = spec.lenses().indexOf(spec.answers());
    Panel answers = told < 0 ? panel(spec, spec.answers(), conditions, group) : panels.get(told);
    String failures = panels.stream().map(Failures::words).collect(Collectors.joining());
    return new Figure(
        spec.id() + suffix,
        heading(spec, conditions),
        spec.telling().apply(answers).and(failures),
        spec.caption(),
        phrases(
            conditions,
            group.stream().map(trial -> spec.sides().key(trial.cell()).client()).toList()),
        aligned(drawn),
        written,
        group);
  }

  /**
   * Panels that lie below each other have the same places, also where one lacks a value; rows are
   * sorted in each by itself.
   */
  private static List<Panel> aligned(List<Panel> panels) {
    double[] places =
        panels.stream().flatMapToDouble(panel -> Arrays.stream(panel.xs())).distinct().toArray();
    return panels.size() == 1 || panels.get(0).axis().isRows()
        ? panels
        : panels.stream().map(p -> p.over(places)).toList();
  }

  static String heading(FigureSpec spec, Conditions conditions) {
    String brief = conditions.brief();
    return brief.isEmpty() ? spec.heading() : spec.heading() + ", " + brief;
  }

  private Panel panel(FigureSpec spec, Lens lens, Conditions conditions, List<TrialRecord> group) {
    List<Panel.Reference> references =
        spec.selection().mode() == Mode.SAMPLE
            ? floor.under(lens, conditions.placement()).stream().toList()
            : List.of();
    List<Series> series = SeriesOfTrials.of(group, lens, spec.sides());
    return new Panel(
        lens.title(),
        lens.quantity(),
        lens.axis(),
        // Of fewer forks than beside it, a percentile would tell of other forks.
        lens.axis().isOfPercentiles() ? series.stream().map(Series::ofAllRounds).toList() : series,
        references);
  }

  /** What the cells of a figure share, and through which clients they go. */
  static List<String> phrases(Conditions conditions, List<Named> used) {
    List<String> phrases = new ArrayList<>(conditions.phrases());
    List<String> clients =
        used.stream().filter(Named::isPresent).map(Named::label).distinct().sorted().toList();
    if (!clients.isEmpty()) {
      phrases.add(1, (clients.size() == 1 ? "client: " : "clients: ") + String.join(", ", clients));
    }
    return phrases;
  }
}
