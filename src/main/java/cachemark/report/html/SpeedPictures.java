// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import cachemark.plan.Cell;
import cachemark.stats.Ratio;
import java.util.List;
import java.util.Map;

/** Who draws how fast cells are for the page of a comparison. */
public interface SpeedPictures {
  /**
   * The figures, those without a cell left out.
   *
   * @param base name of what every speed is relative to
   * @param speeds of cells, above 1 where the cell is faster
   */
  List<FigureCard> figures(String base, Map<Cell, Ratio> speeds);

  /** Declarations of the drawings' colours on dark paper. */
  String darkColours();
}
