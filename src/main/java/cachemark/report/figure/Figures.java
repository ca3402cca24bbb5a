// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures that a run has data for, in the order of the catalogue. */
public final class Figures {
  private final Floor floor;
  private final List<TrialRecord> trials;

  private Figures(StoredRun run) {
    this.floor = new Floor(run.trials());
    this.trials = run.trials();
  }

  /** All figures of {@code run}: one for every combination of conditions, which are never mixed. */
  public static List<Figure> of(StoredRun run) {
    Figures figures = new Figures(run);
    return Catalogue.specs().stream().flatMap(spec -> figures.of(spec).stream()).toList();
  }

  private List<Figure> of(FigureSpec spec) {
    Map<Conditions, List<TrialRecord>> groups =
        trials.stream()
            .filter(trial -> spec.selects(trial.cell()))
            .collect(
                Collectors.groupingBy(
                    trial -> Conditions.of(spec, trial.cell()), TreeMap::new, Collectors.toList()));
    List<Figure> figures = new ArrayList<>();
    groups.forEach(
        (conditions, group) ->
            figures.add(figure(spec, conditions, conditions.suffix(groups.keySet()), group)));
    return figures;
  }

  private Figure figure(
      FigureSpec spec, Conditions conditions, String suffix, List<TrialRecord> group) {
    List<Panel> drawn = new ArrayList<>();
    List<Panel> written = new ArrayList<>();
    for (Lens lens : spec.lenses()) {
      (lens.charted() ? drawn : written).add(panel(spec, lens, conditions, group));
    }
    return new Figure(
        spec.id() + suffix,
        heading(spec, conditions),
        Failures.told(Conclusion.of(drawn.get(0)), drawn),
        spec.caption(),
        phrases(conditions, group),
        drawn,
        written,
        group);
  }

  private static String heading(FigureSpec spec, Conditions conditions) {
    String connections = conditions.connections();
    return connections.isEmpty() ? spec.heading() : spec.heading() + ", " + connections;
  }

  private Panel panel(FigureSpec spec, Lens lens, Conditions conditions, List<TrialRecord> group) {
    List<Panel.Reference> references =
        lens.quantity() == Quantity.SERVICE_MICROS && !lens.title().equals("p99")
            ? floor.echo(conditions.placement()).stream().toList()
            : List.of();
    return new Panel(
        lens.title(),
        lens.quantity(),
        lens.axis(),
        SeriesOfTrials.of(group, lens, spec.byOperation()),
        references);
  }

  private static List<String> phrases(Conditions conditions, List<TrialRecord> group) {
    List<String> phrases = new ArrayList<>(conditions.phrases());
    List<String> clients =
        group.stream()
            .map(trial -> SeriesKey.of(trial.cell(), false).clientLabel())
            .distinct()
            .sorted()
            .toList();
    phrases.add(1, (clients.size() == 1 ? "client: " : "clients: ") + String.join(", ", clients));
    return phrases;
  }
}
