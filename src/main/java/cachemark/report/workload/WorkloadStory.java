// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.catalogue.Floor;
import cachemark.result.workload.WorkloadRecord;
import java.util.List;
import java.util.Optional;

/**
 * What a stored workload says.
 *
 * @param chapters its groups of loads
 * @param answer to somebody who has to choose
 */
public record WorkloadStory(List<Chapter> chapters, List<Advice> answer) {
  public WorkloadStory {
    chapters = List.copyOf(chapters);
    answer = List.copyOf(answer);
  }

  /** The story of a record. */
  public static WorkloadStory of(WorkloadRecord record) {
    List<Group> groups = Group.of(record.loads());
    Optional<Double> floor = Floor.micros(record.floors(), record.placement());
    return new WorkloadStory(
        groups.stream().map(group -> Chapter.of(group, new CellTable(group, floor))).toList(),
        Answer.of(groups));
  }
}
