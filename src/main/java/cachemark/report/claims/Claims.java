// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Trials;
import cachemark.result.Verdict;
import java.util.List;

/**
 * Judges what the 2012 report claims by what a run measured.
 *
 * <p>Whatever is measured is estimated with its interval at {@link
 * cachemark.stats.Interval#CONFIDENCE} over rounds, and the claim demands that it lies in a range.
 * The claim is reproduced if the whole interval does, contradicted if none of it does, and
 * undecided otherwise, also with too few rounds for an interval. What is only counted needs none.
 * Of two sides whose hit rates differ, or that delivered different bytes, neither is the faster
 * one: their ratio is told and decides nothing, also where it is the report's own experiment that
 * lets one of them miss.
 */
public final class Claims {
  private Claims() {}

  /** Every claim in the report's order, with what {@code run} says of it. */
  public static List<JudgedClaim> of(StoredRun run) {
    // In the order of their names, whatever the one they ran in.
    List<TrialRecord> counted =
        Trials.byCell(run.mainTrials().stream().filter(trial -> trial.verdict() != Verdict.INVALID))
            .values()
            .stream()
            .flatMap(List::stream)
            .toList();
    return ReportClaims.all().stream().map(claim -> claim.judge(counted)).toList();
  }
}
