// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import java.util.List;
import java.util.Set;

/**
 * A figure before any data: which cells it shows, and through which lenses.
 *
 * @param id stem of its file names
 * @param heading what it shows
 * @param experiments ids that it draws from
 * @param variant of their cells
 * @param mode of their cells
 * @param byOperation whether set and get are series of their own
 * @param lenses panels, top to bottom; the first one gives the finding
 * @param caption how to read it
 */
record FigureSpec(
    String id,
    String heading,
    Set<String> experiments,
    Variant variant,
    Mode mode,
    boolean byOperation,
    List<Lens> lenses,
    String caption) {

  boolean selects(Cell cell) {
    return experiments.contains(cell.experiment())
        && cell.variant() == variant
        && cell.mode() == mode;
  }

  /** Whether {@code axis} is told apart inside the figure, and so is no condition of it. */
  boolean shows(String axis) {
    boolean x = lenses.get(0).axis().equals(Axis.OPERATIONS) && axis.equals("operations");
    return x || axis.equals("store") || axis.equals("client");
  }

  /** Whether the number of threads is the x axis. */
  boolean showsThreads() {
    return lenses.get(0).axis().equals(Axis.THREADS);
  }
}
