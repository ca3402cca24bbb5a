// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.result.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sorts the trials of a figure by conditions, which are never mixed. */
final class Groups {
  private final FigureSpec spec;

  Groups(FigureSpec spec) {
    this.spec = spec;
  }

  /** A group for every combination of conditions that is worth a figure. */
  SortedMap<Conditions, List<TrialRecord>> of(List<TrialRecord> trials) {
    SortedMap<Conditions, List<TrialRecord>> groups =
        trials.stream()
            .filter(trial -> spec.selection().selects(trial.cell()))
            .collect(
                Collectors.groupingBy(
                    trial -> Conditions.of(spec, trial.cell()), TreeMap::new, Collectors.toList()));
    join(groups);
    groups.values().removeIf(group -> !spec.selection().isFigure(group));
    return groups;
  }

  /** Puts the trials to which a condition means nothing into every group that they fit. */
  private void join(SortedMap<Conditions, List<TrialRecord>> groups) {
    List<Conditions> guests =
        groups.keySet().stream().filter(one -> !one.idle().isEmpty()).toList();
    Map<Conditions, List<TrialRecord>> homeless = new TreeMap<>();
    for (Conditions guest : guests) {
      List<TrialRecord> trials = oneOfEach(groups.getOrDefault(guest, List.of()));
      groups.remove(guest);
      homeless.put(guest, trials);
      groups.forEach(
          (host, group) -> {
            if (guest.fits(host)) {
              group.addAll(trials);
              homeless.remove(guest);
            }
          });
    }
    groups.putAll(homeless);
  }

  /** Of cells that differ only in what means nothing to them, the first by name. */
  private List<TrialRecord> oneOfEach(List<TrialRecord> trials) {
    Map<Cell, Cell> chosen = new HashMap<>();
    trials.stream()
        .map(TrialRecord::cell)
        .sorted(Comparator.comparing(Cell::id))
        .forEach(cell -> chosen.putIfAbsent(bare(cell), cell));
    return new ArrayList<>(
        trials.stream()
            .filter(trial -> trial.cell().equals(chosen.get(bare(trial.cell()))))
            .toList());
  }

  private Cell bare(Cell cell) {
    SortedMap<String, String> params = new TreeMap<>(cell.params());
    params.keySet().removeAll(spec.sides().idle(cell));
    params.keySet().removeAll(spec.sides().parameters());
    return new Cell(
        cell.experiment(),
        cell.variant(),
        cell.benchmark(),
        cell.mode(),
        params,
        cell.threads(),
        cell.placement());
  }
}
