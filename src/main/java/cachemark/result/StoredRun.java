// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import cachemark.plan.Arm;
import cachemark.plan.Cell;
import java.util.List;

/**
 * A run as read back.
 *
 * @param head of the run
 * @param trials finished ones, in the order they ran
 * @param warnings what the reader had to repair, a sentence each
 */
public record StoredRun(RunRecord head, List<TrialRecord> trials, List<String> warnings) {
  /** What a trial of the plan has alone. */
  private record Key(Cell cell, int round, Arm arm) {
    private static Key of(TrialRecord trial) {
      return new Key(trial.cell(), trial.round(), trial.arm());
    }
  }

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
    long finished = trials.stream().map(Key::of).distinct().count();
    return head.plannedTrials() - Math.toIntExact(finished);
  }
}
