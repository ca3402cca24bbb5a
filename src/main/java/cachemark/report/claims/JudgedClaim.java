// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import java.util.List;

/**
 * A claim of the report, and what the run says of it.
 *
 * @param id as in {@code C10a}
 * @param claim in one sentence
 * @param standing of all parts together
 * @param parts what it demands; empty where nothing can measure it yet
 * @param beside what else was found, a phrase with its numbers each: the same as it is done today,
 *     or with what the experiment can be checked; enters no standing
 * @param why it comes out differently here, in a sentence; empty where nothing that was measured
 *     does
 */
public record JudgedClaim(
    String id,
    String claim,
    Standing standing,
    List<JudgedPart> parts,
    List<String> beside,
    String why) {
  public JudgedClaim {
    parts = List.copyOf(parts);
    beside = List.copyOf(beside);
  }
}
