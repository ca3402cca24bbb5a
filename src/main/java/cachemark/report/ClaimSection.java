// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.report.claims.JudgedClaim;
import cachemark.report.claims.JudgedPart;
import cachemark.report.claims.Standing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the 2012 report claims, and where each claim stands after this run. */
final class ClaimSection {
  private final List<JudgedClaim> claims;

  ClaimSection(List<JudgedClaim> claims) {
    this.claims = List.copyOf(claims);
  }

  List<Block> blocks() {
    return List.of(
        new Block.Heading(2, "The report's claims"),
        new Block.Paragraph(
            "A claim is reproduced where the whole interval of everything that it demands lies where it"
                + " demands it, contradicted where the interval of something lies wholly elsewhere, and"
                + " inconclusive otherwise, also with too few rounds for an interval, and where the sides"
                + " that it compares hit differently or delivered different bytes. What is counted"
                + " needs none. A claim is not run where nothing that it demands was measured. What stands"
                + " in brackets is there for comparison and decides nothing."),
        table(claims));
  }

  /** A row for each claim. */
  static Block table(List<JudgedClaim> claims) {
    return new Block.Table(
        "lllll",
        List.of("Claim", "The report says", "Standing", "Measured", "Why today differs"),
        claims.stream().map(ClaimSection::row).toList());
  }

  private static List<String> row(JudgedClaim claim) {
    return List.of(claim.id(), claim.claim(), claim.standing().label(), allOf(claim), claim.why());
  }

  private static String allOf(JudgedClaim claim) {
    if (claim.standing() == Standing.NOT_RUN) {
      return "";
    }
    return Stream.concat(
            measured(claim).stream(), claim.beside().stream().map(phrase -> "(" + phrase + ")"))
        .collect(Collectors.joining("; "));
  }

  /** What decided, a phrase for each part; nothing where nothing was run. */
  static List<String> measured(JudgedClaim claim) {
    return claim.standing() == Standing.NOT_RUN
        ? List.of()
        : claim.parts().stream().map(ClaimSection::part).toList();
  }

  private static String part(JudgedPart part) {
    return part.standing() == Standing.NOT_RUN
        ? part.words() + ": not run"
        : part.words()
            + ": "
            + part.numbers()
            + ", demanded "
            + part.demanded()
            + ": "
            + part.standing().label().toLowerCase(Locale.ROOT);
  }
}
