// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import java.util.List;
import java.util.function.Function;

/**
 * A figure before any data: which cells it shows, and through which lenses.
 *
 * @param id stem of its file names
 * @param heading what it shows
 * @param selection of its cells
 * @param sides that it compares
 * @param lenses panels, top to bottom
 * @param answers the lens that gives the finding
 * @param telling how the finding is drawn from the panel of that lens
 * @param caption how to read it
 */
record FigureSpec(
    String id,
    String heading,
    Selection selection,
    Sides sides,
    List<Lens> lenses,
    Lens answers,
    Function<Panel, Finding> telling,
    String caption) {

  /** A figure whose first lens gives the finding. */
  FigureSpec(
      String id,
      String heading,
      Selection selection,
      Sides sides,
      List<Lens> lenses,
      Function<Panel, Finding> telling,
      String caption) {
    this(id, heading, selection, sides, lenses, lenses.get(0), telling, caption);
  }

  /** This figure with the finding that {@code lens} gives of the same cells. */
  FigureSpec answeredBy(Lens lens) {
    return new FigureSpec(id, heading, selection, sides, lenses, lens, telling, caption);
  }

  /** Whether {@code parameter} is told apart inside the figure, and so is no condition of it. */
  boolean shows(String parameter) {
    return lenses.get(0).parameter().equals(parameter) || sides.parameters().contains(parameter);
  }

  /** Whether the number of threads is the x axis. */
  boolean showsThreads() {
    return lenses.get(0).axis().equals(Axis.THREADS);
  }
}
