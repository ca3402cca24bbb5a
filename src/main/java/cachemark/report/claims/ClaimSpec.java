// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.result.TrialRecord;
import java.util.List;
import java.util.Optional;

/**
 * A claim of the report, and how to judge it.
 *
 * @param id as in {@code C10a}
 * @param claim in one sentence
 * @param parts all of which have to hold; empty where nothing can measure it yet
 * @param asides what is shown beside them
 * @param why it comes out differently today, in a sentence
 */
record ClaimSpec(String id, String claim, List<Part> parts, List<Aside> asides, String why) {

  /**
   * A quantity that is shown and judged nothing by.
   *
   * @param words what it is
   * @param measurand how it is measured
   */
  record Aside(String words, Measurand measurand) {
    /** What it is with its numbers; empty where it was not measured. */
    Optional<String> in(List<TrialRecord> trials) {
      List<Amount> amounts = measurand.in(trials);
      return amounts.isEmpty() ? Optional.empty() : Optional.of(words + ": " + Part.text(amounts));
    }
  }

  ClaimSpec {
    parts = List.copyOf(parts);
    asides = List.copyOf(asides);
  }

  /** A claim that no experiment here can measure yet. */
  static ClaimSpec unmeasured(String id, String claim) {
    return new ClaimSpec(id, claim, List.of(), List.of(), "");
  }

  /** What {@code trials}, which all count, say of it. */
  JudgedClaim judge(List<TrialRecord> trials) {
    List<JudgedPart> judged = parts.stream().map(part -> part.judge(trials)).toList();
    List<Standing> standings = judged.stream().map(JudgedPart::standing).toList();
    Standing standing = Standing.together(standings);
    boolean differs =
        standings.contains(Standing.CONTRADICTED) || standings.contains(Standing.INCONCLUSIVE);
    List<String> beside = asides.stream().flatMap(aside -> aside.in(trials).stream()).toList();
    return new JudgedClaim(id, claim, standing, judged, beside, differs ? why : "");
  }
}
