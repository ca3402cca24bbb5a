// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.result.TrialRecord;
import java.util.List;

/**
 * One picture and its numbers.
 *
 * @param id name of its files, unique in a report
 * @param heading what it shows, in a phrase
 * @param finding what it says
 * @param caption how to read it, in sentences
 * @param conditions what all its cells share, a phrase each
 * @param panels drawn, top to bottom
 * @param tables panels that are written only
 * @param trials all that belong here, also those without a value
 */
public record Figure(
    String id,
    String heading,
    Finding finding,
    String caption,
    List<String> conditions,
    List<Panel> panels,
    List<Panel> tables,
    List<TrialRecord> trials) {
  public Figure {
    conditions = List.copyOf(conditions);
    panels = List.copyOf(panels);
    tables = List.copyOf(tables);
    trials = List.copyOf(trials);
  }
}
