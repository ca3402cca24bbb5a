// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.result.TrialRecord;
import cachemark.store.Connections;
import java.util.List;
import java.util.Set;

/**
 * The cells of a figure.
 *
 * @param experiments ids that it draws from
 * @param variant of their cells
 * @param mode of their cells
 * @param threads how many measure
 */
record Selection(Set<String> experiments, Variant variant, Mode mode, Threads threads) {
  /** How many threads the cells of a figure have. */
  enum Threads {
    /** The experiments have the one or the other by themselves. */
    ANY,
    /** One, on connections of its own. */
    ONE,
    /** More than one, beside which one is shown too. */
    SEVERAL;

    private boolean admits(Cell cell) {
      return this != ONE
          || (cell.threads() == 1 && !cell.param("connections").equals(Connections.SHARED.name()));
    }

    private boolean suffices(List<TrialRecord> trials) {
      return this != SEVERAL || trials.stream().anyMatch(trial -> trial.cell().threads() > 1);
    }
  }

  boolean selects(Cell cell) {
    return experiments.contains(cell.experiment())
        && cell.variant() == variant
        && cell.mode() == mode
        && threads.admits(cell);
  }

  /** Whether {@code trials}, which were selected, are worth a figure. */
  boolean isFigure(List<TrialRecord> trials) {
    return threads.suffices(trials);
  }
}
