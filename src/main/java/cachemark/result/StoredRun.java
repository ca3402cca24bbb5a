// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import java.util.List;

/**
 * A run as read back.
 *
 * @param head of the run
 * @param trials finished ones, in the order they ran
 * @param warnings what the reader had to repair, a sentence each
 */
public record StoredRun(RunRecord head, List<TrialRecord> trials, List<String> warnings) {
  public StoredRun {
    trials = List.copyOf(trials);
    warnings = List.copyOf(warnings);
  }

  /** The finished trials of the cells themselves, and not of what they are compared with. */
  public List<TrialRecord> mainTrials() {
    return trials.stream().filter(TrialRecord::isMain).toList();
  }

  /** Planned trials that have no line in the journal. */
  public int missing() {
    long finished = trials.stream().map(TrialRecord::id).distinct().count();
    return head.plannedTrials() - Math.toIntExact(finished);
  }
}
