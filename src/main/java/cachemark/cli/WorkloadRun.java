// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.Placement;
import cachemark.plan.PlanException;
import cachemark.plan.workload.WorkloadPlan;
import cachemark.report.WorkloadReport;
import cachemark.result.RunState;
import cachemark.result.Verdict;
import cachemark.result.workload.WorkloadRecord;
import cachemark.run.WorkloadRequest;
import cachemark.run.WorkloadRunner;
import cachemark.server.source.SourceChoice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code run} of a plan of loads.
 *
 * @param request what is asked for
 * @param charts where they are drawn
 */
record WorkloadRun(WorkloadRequest request, Path charts) {
  /** The loads of a plan, on these servers. */
  static WorkloadRun of(
      WorkloadPlan plan,
      SourceChoice servers,
      @Nullable Placement placement,
      long seed,
      @Nullable String id,
      Folders folders) {
    return new WorkloadRun(
        new WorkloadRequest(
            plan,
            PlannedLoads.of(plan, servers.external().keySet(), seed),
            servers,
            placement,
            seed,
            folders.results(),
            id),
        folders.charts());
  }

  /** Prints what would be done, and does nothing. */
  void estimate(PrintWriter out) {
    WorkloadDryRun.print(request.plan(), request.loads(), out);
  }

  /** Puts the loads on, draws what came of them and says so, if to anybody. */
  Answer measure(WorkloadLine line, @Nullable PrintWriter out, Paint paint) {
    WorkloadRunner.Stored stored = new WorkloadRunner(line).run(request);
    WorkloadRecord workload = stored.workload();
    Path page = WorkloadReport.write(workload, charts);
    if (out != null) {
      new WorkloadSummary(workload, out, paint).print(stored.folder(), page);
    }
    long invalid =
        workload.loads().stream().filter(load -> load.step().verdict() == Verdict.INVALID).count();
    boolean good = invalid == 0 && workload.state() == RunState.COMPLETE;
    return new Answer(
        good ? ExitCode.OK : ExitCode.INCOMPLETE,
        good
            ? "no load is invalid"
            : String.format(
                Locale.ROOT, "of %d loads %d invalid", workload.loads().size(), invalid),
        stored.folder(),
        page,
        null);
  }

  /** Refuses what only experiments can be asked for. */
  static void requireNoRival(boolean asked) {
    PlanException.require(
        !asked,
        "--against measures experiments against another build or other servers, and this plan is"
            + " of loads: leave it out");
  }
}
