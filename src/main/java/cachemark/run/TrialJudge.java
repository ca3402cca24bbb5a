// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Trial;
import cachemark.result.Verdict;
import cachemark.run.judge.Check;
import cachemark.run.judge.Circumstances;
import cachemark.run.judge.Evidence;
import cachemark.run.judge.Objection;
import java.util.List;

/** Says of a finished fork whether its numbers can be believed, and why not. */
final class TrialJudge {
  private final List<Objection> objections;

  private TrialJudge(List<Objection> objections) {
    this.objections = objections;
  }

  /** Judges what {@code output} holds of {@code trial}. */
  static TrialJudge of(Trial trial, ForkOutput output, Circumstances circumstances) {
    Evidence evidence =
        new Evidence(trial, output.iterations(), output.outcomes(), output.costs(), circumstances);
    return new TrialJudge(Check.ALL.stream().flatMap(check -> check.objections(evidence)).toList());
  }

  /** Judges a fork that brought nothing. */
  static TrialJudge failed(String reason) {
    return new TrialJudge(List.of(new Objection(Verdict.INVALID, reason)));
  }

  /** As bad as the worst objection. */
  Verdict verdict() {
    return objections.stream()
        .map(Objection::verdict)
        .max(Verdict::compareTo)
        .orElse(Verdict.VALID);
  }

  /** The worst first. */
  List<String> reasons() {
    return objections.stream()
        .sorted((one, other) -> other.verdict().compareTo(one.verdict()))
        .map(Objection::reason)
        .toList();
  }
}
