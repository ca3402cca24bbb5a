// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import java.util.List;

/**
 * An answer to somebody who has to choose.
 *
 * @param question of theirs
 * @param answer in a sentence, with its numbers
 * @param decided whether the data decide; else the answer says so
 * @param evidence what it rests on, a sentence each
 */
public record Advice(String question, String answer, boolean decided, List<String> evidence) {
  private static final String OPEN = "the data does not decide: ";

  public Advice {
    evidence = List.copyOf(evidence);
  }

  /** The answer without what its brackets hold, which are intervals where nothing else is said. */
  public String brief() {
    return Numbers.brief(answer);
  }

  static Advice decided(String question, String answer, List<String> evidence) {
    return new Advice(question, answer, true, evidence);
  }

  /** One that the data leave open, and why. */
  static Advice open(String question, String why, List<String> evidence) {
    return new Advice(question, OPEN + why, false, evidence);
  }

  /** One to which nothing was measured. */
  static Advice unasked(String question, String why) {
    return new Advice(question, "not measured here: " + why, false, List.of());
  }
}
