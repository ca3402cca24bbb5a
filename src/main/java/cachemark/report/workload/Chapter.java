// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.block.Block;
import cachemark.report.figure.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * A group of loads as it is shown.
 *
 * @param id of the group
 * @param heading what it shows
 * @param conditions that its loads share, a phrase each
 * @param figures to draw
 * @param numbers behind them
 */
public record Chapter(
    String id, String heading, List<String> conditions, List<Figure> figures, List<Block> numbers) {
  public Chapter {
    conditions = List.copyOf(conditions);
    figures = List.copyOf(figures);
    numbers = List.copyOf(numbers);
  }

  static Chapter of(Group group, CellTable table) {
    View view = View.of(group);
    List<Block> numbers = new ArrayList<>(view.tables());
    numbers.addAll(table.blocks());
    return new Chapter(group.id(), view.heading(), group.conditions(), view.figures(), numbers);
  }
}
