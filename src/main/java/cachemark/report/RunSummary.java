// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.plan.Plan;
import cachemark.result.RunState;
import cachemark.result.StoredRun;
import cachemark.result.Trials;
import cachemark.result.Verdict;
import java.util.List;

/**
 * A run in the numbers that another program asks for.
 *
 * @param runId name of the run
 * @param state how far it came
 * @param profile name of its plan
 * @param rounds of the plan
 * @param seed of the order of trials and of all keys and values
 * @param trials how many, by what became of them
 * @param invalidTrials in the order they ran
 * @param cells what was measured, by name
 * @param warnings what the reader had to repair
 */
public record RunSummary(
    String runId,
    RunState state,
    String profile,
    int rounds,
    long seed,
    Counts trials,
    List<InvalidTrial> invalidTrials,
    List<CellEstimate> cells,
    List<String> warnings) {
  /** Trials by what became of them; {@code missing} is what the plan has beside the others. */
  public record Counts(int planned, long valid, long suspect, long invalid, int missing) {}

  /** A trial that enters no number, and why. */
  public record InvalidTrial(String id, List<String> reasons) {}

  public RunSummary {
    invalidTrials = List.copyOf(invalidTrials);
    cells = List.copyOf(cells);
    warnings = List.copyOf(warnings);
  }

  /** The summary of a stored run. */
  public static RunSummary of(StoredRun run) {
    Plan plan = run.head().plan();
    return new RunSummary(
        run.head().runId(),
        run.head().state(),
        plan.profile(),
        plan.rounds(),
        run.head().seed(),
        counts(run),
        invalid(run),
        cells(run),
        run.warnings());
  }

  private static Counts counts(StoredRun run) {
    RunWords words = new RunWords(run);
    return new Counts(
        run.head().plannedTrials(),
        words.count(Verdict.VALID),
        words.count(Verdict.SUSPECT),
        words.count(Verdict.INVALID),
        run.missing());
  }

  private static List<InvalidTrial> invalid(StoredRun run) {
    return run.trials().stream()
        .filter(trial -> trial.verdict() == Verdict.INVALID)
        .map(trial -> new InvalidTrial(trial.id(), trial.reasons()))
        .toList();
  }

  private static List<CellEstimate> cells(StoredRun run) {
    return Trials.byCell(run.mainTrials().stream()).values().stream()
        .map(CellEstimate::of)
        .toList();
  }
}
