// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import cachemark.report.block.Block;
import java.util.List;

/**
 * Everything that the page of drills shows; all text is plain.
 *
 * @param runId name of the drills
 * @param badge whether they came to their end, in a word or two
 * @param facts of them: name and value each
 * @param figures one for each scenario
 * @param numbers of what was not put under load, and the claims
 * @param method how to read it
 */
public record DrillModel(
    String runId,
    Badge badge,
    List<Fact> facts,
    List<FigureCard> figures,
    List<Block> numbers,
    List<Block> method) {
  public DrillModel {
    facts = List.copyOf(facts);
    figures = List.copyOf(figures);
    numbers = List.copyOf(numbers);
    method = List.copyOf(method);
  }
}
