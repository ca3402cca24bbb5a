// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import cachemark.report.block.Block;
import java.util.List;

/**
 * Everything that the page shows, in the order in which it does; all text is plain.
 *
 * @param runId name of the run
 * @param badge whether it can be relied on, in a word or two
 * @param facts of the run: name and value each
 * @param warnings what had to be repaired to read it
 * @param answers what was faster at what
 * @param claims of the original report, judged
 * @param figures in the order of the catalogue
 * @param costs what an operation of each cell costs whom
 * @param costWords which side spends more
 * @param trust how far the numbers can be believed
 * @param trials those that no figure shows, and those in doubt
 * @param cells every cell that was measured
 * @param environment where and against what
 * @param method how to read the numbers
 * @param filters what can be chosen among
 */
public record PageModel(
    String runId,
    Badge badge,
    List<Fact> facts,
    List<String> warnings,
    List<Answer> answers,
    List<ClaimRow> claims,
    List<FigureCard> figures,
    List<CostRow> costs,
    String costWords,
    List<Block> trust,
    List<Block> trials,
    List<CellCard> cells,
    List<Block> environment,
    List<Block> method,
    List<Filter> filters) {
  public PageModel {
    facts = List.copyOf(facts);
    warnings = List.copyOf(warnings);
    answers = List.copyOf(answers);
    claims = List.copyOf(claims);
    figures = List.copyOf(figures);
    costs = List.copyOf(costs);
    trust = List.copyOf(trust);
    trials = List.copyOf(trials);
    cells = List.copyOf(cells);
    environment = List.copyOf(environment);
    method = List.copyOf(method);
    filters = List.copyOf(filters);
  }
}
