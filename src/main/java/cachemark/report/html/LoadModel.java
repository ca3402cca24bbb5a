// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import cachemark.report.block.Block;
import java.util.List;

/**
 * Everything that the page of a load shows; all text is plain.
 *
 * @param runId name of the load
 * @param badge whether it can be relied on, in a word or two
 * @param facts of it: name and value each
 * @param figure of it
 * @param steps what each rate came to
 * @param method how to read the numbers
 */
public record LoadModel(
    String runId,
    Badge badge,
    List<Fact> facts,
    FigureCard figure,
    List<Block> steps,
    List<Block> method) {
  public LoadModel {
    facts = List.copyOf(facts);
    steps = List.copyOf(steps);
    method = List.copyOf(method);
  }
}
