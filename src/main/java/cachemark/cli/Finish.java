// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.report.Report;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The end of a run: its charts are drawn, and a few lines say how it went and where it is. */
final class Finish {
  private static final int SHOWN = 5;

  private Finish() {}

  static ExitCode of(StoredRun run, Path results, Path charts, PrintWriter out) {
    Report.write(run, charts);
    long valid = count(run, Verdict.VALID);
    long suspect = count(run, Verdict.SUSPECT);
    List<TrialRecord> invalid =
        run.trials().stream().filter(trial -> trial.verdict() == Verdict.INVALID).toList();
    out.printf(
        Locale.ROOT,
        "%d trials: %d valid, %d suspect, %d invalid, %d missing%n",
        run.head().plannedTrials(),
        valid,
        suspect,
        invalid.size(),
        run.missing());
    for (TrialRecord trial : invalid.subList(0, Math.min(SHOWN, invalid.size()))) {
      out.printf(
          Locale.ROOT, "  invalid: %s: %s%n", trial.id(), String.join("; ", trial.reasons()));
    }
    if (invalid.size() > SHOWN) {
      out.printf(Locale.ROOT, "  and %d more, all in the report%n", invalid.size() - SHOWN);
    }
    out.println("results  " + results);
    out.println("report   " + charts.resolve(run.head().runId()).resolve("report.md"));
    return invalid.isEmpty() && run.missing() == 0 ? ExitCode.OK : ExitCode.INCOMPLETE;
  }

  private static long count(StoredRun run, Verdict verdict) {
    return run.trials().stream().filter(trial -> trial.verdict() == verdict).count();
  }
}
