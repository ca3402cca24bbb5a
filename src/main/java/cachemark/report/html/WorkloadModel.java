// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import cachemark.report.block.Block;
import java.util.List;

/**
 * Everything that the page of a workload shows; all text is plain.
 *
 * @param runId name of the workload
 * @param badge whether it can be relied on, in a word or two
 * @param facts of it: name and value each
 * @param brief the answer in short
 * @param chapters one for each group of loads
 * @param answer with what it rests on
 * @param method how to read the numbers
 */
public record WorkloadModel(
    String runId,
    Badge badge,
    List<Fact> facts,
    List<Block> brief,
    List<Chapter> chapters,
    List<Block> answer,
    List<Block> method) {
  /**
   * A group of loads.
   *
   * @param id unique on the page
   * @param heading what it shows
   * @param figures of it
   * @param numbers behind them
   */
  public record Chapter(String id, String heading, List<FigureCard> figures, List<Block> numbers) {
    public Chapter {
      figures = List.copyOf(figures);
      numbers = List.copyOf(numbers);
    }
  }

  public WorkloadModel {
    facts = List.copyOf(facts);
    brief = List.copyOf(brief);
    chapters = List.copyOf(chapters);
    answer = List.copyOf(answer);
    method = List.copyOf(method);
  }
}
